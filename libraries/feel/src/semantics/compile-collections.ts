import type { Node } from '../syntax/tree.ts'
import { FeelRange } from '../values/range.ts'
import { type FeelValue, isList, kindOf, newContext } from '../values/value.ts'
import type { Compiler } from './compile.ts'
import { LocalFunction } from './local-function.ts'
import type { Code, Frame } from './run.ts'

/** `list[condition]`: the items of which it holds, or the item at a one-based place (DMN 1.5 §10.3.2.5). */
export function compileFilter(compiler: Compiler, node: Extract<Node, { kind: 'filter' }>): Code {
  const list = compiler.compile(node.list)
  const mark = compiler.scope.mark()
  const slot = compiler.scope.declareItem()
  const condition = compiler.compile(node.condition)
  compiler.scope.leave(mark)
  const place = constantIndex(node.condition)
  return frame => {
    const source = list(frame)
    const items = source === null ? [] : isList(source) ? source : [source]
    if (place !== null) return itemAt(frame, node, items, place)
    const found: FeelValue[] = []
    for (let i = 0; i < items.length; i++) {
      frame.run.spend(1)
      const item = items[i] as FeelValue
      frame.slots[slot] = item
      const value = condition(frame)
      if (value === true) found.push(item)
      else if (typeof value === 'number') return itemAt(frame, node, items, value)
      else if (value !== false && value !== null)
        return frame.run.warn('feel.filter-invalid', node, { kind: kindOf(value) })
    }
    if (items.length === 0 && source === null) {
      frame.slots[slot] = null
      if (typeof condition(frame) === 'number') return null
    }
    return found
  }
}

/** `[a, b]`. */
export function compileList(compiler: Compiler, node: Extract<Node, { kind: 'list' }>): Code {
  const items = node.items.map(item => compiler.compile(item))
  return frame => {
    const values: FeelValue[] = []
    for (const item of items) values.push(item(frame))
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
    const start = low === null ? undefined : low(frame)
    const end = high === null ? undefined : high(frame)
    return new FeelRange(start, end, lowIncluded, highIncluded, operator)
  }
}

function constantIndex(node: Node): number | null {
  if (node.kind === 'number' && typeof node.value === 'number') return node.value
  if (node.kind === 'negate' && node.operand.kind === 'number' && typeof node.operand.value === 'number')
    return -node.operand.value
  return null
}

/** The item at a one-based place, counted from the end when negative; null when there is none. */
function itemAt(frame: Frame, node: Node, items: readonly FeelValue[], place: number): FeelValue {
  const index = place > 0 ? place - 1 : items.length + place
  const item = Number.isInteger(place) && place !== 0 ? items[index] : undefined
  if (item === undefined) return frame.run.warn('feel.index-out-of-range', node, { index: place, length: items.length })
  return item
}
