import type { DecisionElement, Element } from './element.ts'

/**
 * Everything that must be known before the targets, requirements first, the targets last; what is given is not looked
 * behind. Null when something requires itself. Works without recursion, so a chain may be as long as memory holds.
 */
export function orderOf(targets: readonly DecisionElement[], given: ReadonlySet<Element>): readonly Element[] | null {
  const order: Element[] = []
  const state = new Map<Element, 'open' | 'done'>()
  const stack: { element: Element; next: number }[] = targets.toReversed().map(element => ({ element, next: 0 }))
  while (stack.length > 0) {
    const top = stack.at(-1)
    if (top === undefined) break
    const { element } = top
    if (top.next === 0) {
      if (state.get(element) === 'done') {
        stack.pop()
        continue
      }
      if (state.get(element) === 'open') return null
      state.set(element, 'open')
    }
    const required = given.has(element) ? [] : requirementsOf(element)
    const next = required[top.next]
    top.next += 1
    if (next === undefined) {
      state.set(element, 'done')
      if (!given.has(element)) order.push(element)
      stack.pop()
    } else if (state.get(next) === 'open') return null
    else if (state.get(next) !== 'done') stack.push({ element: next, next: 0 })
  }
  return order
}

/** What must have a value before the element: inputs and decisions, also those that knowledge models need. */
function requirementsOf(element: Element): readonly Element[] {
  if (element.kind !== 'decision') return []
  return element.bindings
    .map(binding => binding.element)
    .filter(other => other.kind === 'decision' || other.kind === 'input')
}

/**
 * What an element needs, for a reader of the requirements graph: a decision or knowledge model all that it requires; a service
 * what its decisions call, because its inputs end what is looked behind.
 */
function needsOf(element: Element): readonly Element[] {
  switch (element.kind) {
    case 'input':
      return []
    case 'decision':
    case 'knowledge':
      return element.bindings.map(binding => binding.element)
    case 'service':
      return (orderOf(element.outputs, new Set(element.inputs)) ?? element.outputs)
        .filter(inside => inside.kind === 'decision')
        .flatMap(inside => inside.bindings.map(binding => binding.element))
        .filter(called => called.kind === 'knowledge' || called.kind === 'service')
  }
}

interface Visit {
  readonly element: Element
  readonly needs: readonly Element[]
  next: number
}

function visit(element: Element): Visit {
  return { element, needs: needsOf(element), next: 0 }
}

/** The elements that require themselves, perhaps through others; every element is looked at once. */
export function cyclicAmong(elements: Iterable<Element>): ReadonlySet<Element> {
  const cyclic = new Set<Element>()
  const state = new Map<Element, 'open' | 'done'>()
  for (const root of elements) {
    const path: Visit[] = state.has(root) ? [] : [visit(root)]
    if (path.length > 0) state.set(root, 'open')
    while (path.length > 0) {
      const top = path.at(-1)
      if (top === undefined) break
      const next = top.needs[top.next]
      top.next += 1
      if (next === undefined) {
        state.set(top.element, 'done')
        path.pop()
      } else if (state.get(next) === 'open') {
        for (let i = path.length - 1; i >= 0; i--) {
          const element = path[i]?.element
          if (element !== undefined) cyclic.add(element)
          if (element === next) break
        }
      } else if (!state.has(next)) {
        state.set(next, 'open')
        path.push(visit(next))
      }
    }
  }
  return cyclic
}
