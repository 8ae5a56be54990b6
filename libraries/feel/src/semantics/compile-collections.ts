import type { Node } from '../syntax/tree.ts'
import type { FeelNumber } from '../values/decimal.ts'
import { FeelRange } from '../values/range.ts'
import { type FeelValue, isList, isNumber, kindOf, newContext } from '../values/value.ts'
import type { Compiler } from './compile.ts'
import { constantPlace } from './facts.ts'
import { LocalFunction } from './local-function.ts'
import type { Code, Frame } from './run.ts'

/** `list[condition]`: the items of which it holds, or the item at a one-based place (DMN 1.5 §10.3.2.5). */
export function compileFilter(compiler: Compiler, node: Extract<Node, { kind: 'filter' }>): Code {
  const list = compiler.compile(node.list)
  const mark = compiler.scope.mark()
  const slot = compiler.scope.declareItem()
  const condition = compiler.compile(node.condition)
  compiler.scope.leave(mark)
  const place = constantPlace(node.condition)
  const cost = compiler.facts.cost(node.condition)
  const maybePlace = !YES_OR_NO.has(node.condition.kind)
  return frame => {
    const source = list(frame)
    const items = source === null ? [] : isList(source) ? source : [source]
    if (place !== null) return itemAt(frame, node, items, place)
    frame.run.spend(4)
    const found: FeelValue[] = []
    for (let i = 0; i < items.length; i++) {
      frame.run.spend(cost)
      const item = items[i] as FeelValue
      frame.slots[slot] = item
      const value = condition(frame)
      if (value === true) found.push(item)
      else if (isNumber(value)) return itemAt(frame, node, items, value)
      else if (value !== false && value !== null)
        return frame.run.warn('feel.filter-invalid', node, { kind: kindOf(value) })
    }
    // Without an item only the condition itself can tell whether it is a place, and there is nothing at any.
    if (items.length === 0 && maybePlace) {
      frame.slots[slot] = null
      const value = frame.run.session.quietly(() => condition(frame))
      if (isNumber(value)) return itemAt(frame, node, items, value)
    }
    return found
  }
}

/** Conditions that can be no number. */
const YES_OR_NO: ReadonlySet<Node['kind']> = new Set([
  'comparison',
  'and',
  'or',
  'between',
  'in',
  'instance of',
  'some',
  'every',
  'boolean',
  'null',
])

/** `[a, b]`. */
export function compileList(compiler: Compiler, node: Extract<Node, { kind: 'list' }>): Code {
  const items = node.items.map(item => compiler.compile(item))
  return frame => {
    frame.run.spend(2 + (items.length >> 1))
    const values = new Array<FeelValue>(items.length)
    for (let i = 0; i < items.length; i++) values[i] = (items[i] as Code)(frame)
    return values
  }
}

/** `{a: 1, b: a + 1}`: entries see those before them; a repeated name makes the whole null. */
export function compileContext(compiler: Compiler, node: Extract<Node, { kind: 'context' }>): Code {
  const mark = compiler.scope.mark()
  const names = new Set<string>()
  let repeated = false
  const entries = node.entries.map(entry => {
    if (names.has(entry.name)) repeated = true
    names.add(entry.name)
    // A function may call itself by the name of its entry; any other entry sees only those before it.
    const own = entry.value.kind === 'function' ? compiler.scope.declare(entry.name) : -1
    const code = compiler.compile(entry.value)
    return { name: entry.name, code, slot: own >= 0 ? own : compiler.scope.declare(entry.name) }
  })
  compiler.scope.leave(mark)
  if (repeated) return frame => frame.run.warn('feel.entry-repeated', node)
  return frame => {
    frame.run.spend(3 + entries.length)
    const values = newContext()
    for (const entry of entries) {
      const value = entry.code(frame)
      values[entry.name] = value
      frame.slots[entry.slot] = value
      if (value instanceof LocalFunction) value.closure.slots[entry.slot] = value
    }
    return values
  }
}

/** `[a..b)` and ranges with one end as values (DMN 1.5 §10.3.2.7). */
export function compileRange(compiler: Compiler, node: Extract<Node, { kind: 'range' }>): Code {
  const low = node.low === null ? null : compiler.compile(node.low)
  const high = node.high === null ? null : compiler.compile(node.high)
  const { lowIncluded, highIncluded, operator } = node
  return frame => {
    frame.run.spend(2)
    const start = low === null ? undefined : low(frame)
    const end = high === null ? undefined : high(frame)
    return new FeelRange(start, end, lowIncluded, highIncluded, operator)
  }
}

/** The item at a one-based place, counted from the end when negative; null when there is none. */
function itemAt(frame: Frame, node: Node, items: readonly FeelValue[], place: FeelNumber): FeelValue {
  const at = typeof place === 'number' && Number.isInteger(place) ? place : 0
  const item = at === 0 ? undefined : items[at > 0 ? at - 1 : items.length + at]
  if (item === undefined) return frame.run.warn('feel.index-out-of-range', node, { index: place, length: items.length })
  return item
}
