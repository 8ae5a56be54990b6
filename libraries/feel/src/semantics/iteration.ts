import type { Node } from '../syntax/tree.ts'
import { toInteger } from '../values/arithmetic.ts'
import { costOf } from '../values/meter.ts'
import { FeelRange } from '../values/range.ts'
import { FeelDate, plusDays } from '../values/temporal.ts'
import { type FeelValue, isList, isNumber, kindOf } from '../values/value.ts'
import type { Compiler } from './compile.ts'
import type { NodeFacts } from './facts.ts'
import type { Code, Frame } from './run.ts'

type IterationNode = Extract<Node, { kind: 'for' | 'some' | 'every' }>

interface Source {
  readonly slot: number
  readonly from: Code
  readonly to: Code | null
  readonly node: Node
}

/** Compiles `for`, `some` and `every` (DMN 1.5 §10.3.2.14, table 59); nothing is materialised that is only counted. */
export function compileIteration(compiler: Compiler, node: IterationNode): Code {
  const mark = compiler.scope.mark()
  const sources: Source[] = node.iterations.map(iteration => {
    const from = compiler.compile(iteration.from)
    const to = iteration.to === null ? null : compiler.compile(iteration.to)
    return { slot: compiler.scope.declare(iteration.name), from, to, node: iteration.from }
  })
  const partial = node.kind === 'for' ? compiler.scope.declare('partial') : -1
  const body = compiler.compile(node.body)
  compiler.scope.leave(mark)
  const cost = compiler.facts.cost(node.body) - 1
  if (node.kind === 'for')
    return forCode(sources, { slot: partial, use: compiler.facts.of(node.body).partial }, body, cost)
  return quantifierCode(sources, body, node.body, node.kind === 'some', cost)
}

/** Visits every combination; the visitor ends it with false. Gives false when a source cannot be iterated. */
function visit(
  frame: Frame,
  sources: readonly Source[],
  at: number,
  each: () => boolean,
): 'done' | 'ended' | 'invalid' {
  const source = sources[at]
  if (source === undefined) return each() ? 'done' : 'ended'
  const from = source.from(frame)
  const step = (value: FeelValue): 'done' | 'ended' | 'invalid' => {
    frame.run.spend(1)
    frame.slots[source.slot] = value
    return visit(frame, sources, at + 1, each)
  }
  if (source.to !== null) return visitRange(frame, source, from, source.to(frame), step)
  if (isList(from)) {
    for (const value of from) {
      const result = step(value)
      if (result !== 'done') return result
    }
    return 'done'
  }
  if (from instanceof FeelRange) return visitRangeValue(frame, source, from, step)
  if (from === null) return invalid(frame, source, from)
  return step(from)
}

function invalid(frame: Frame, source: Source, value: FeelValue): 'invalid' {
  frame.run.warn('feel.not-iterable', source.node, { kind: kindOf(value) })
  return 'invalid'
}

function visitRangeValue(
  frame: Frame,
  source: Source,
  range: FeelRange,
  step: (value: FeelValue) => 'done' | 'ended' | 'invalid',
): 'done' | 'ended' | 'invalid' {
  const { start, end, operator } = range
  if (start === undefined || end === undefined || operator === '!=') return invalid(frame, source, range)
  if (isNumber(start) && isNumber(end)) {
    const a = toInteger(start)
    const b = toInteger(end)
    if (a === null || b === null || a !== start || b !== end) return invalid(frame, source, range)
    const first = range.startIncluded ? a : a + 1
    const last = range.endIncluded ? b : b - 1
    if (a > b) return invalid(frame, source, range)
    if (first > last) return 'done'
    return visitRange(frame, source, first, last, step)
  }
  if (start instanceof FeelDate && end instanceof FeelDate) {
    if (start.days > end.days) return invalid(frame, source, range)
    const first = range.startIncluded ? start : plusDays(start, 1)
    const last = range.endIncluded ? end : plusDays(end, -1)
    if (first === null || last === null || first.days > last.days) return 'done'
    return visitRange(frame, source, first, last, step)
  }
  return invalid(frame, source, range)
}

/** `a..b`: whole numbers or dates, upwards or downwards. */
function visitRange(
  frame: Frame,
  source: Source,
  from: FeelValue,
  to: FeelValue,
  step: (value: FeelValue) => 'done' | 'ended' | 'invalid',
): 'done' | 'ended' | 'invalid' {
  if (isNumber(from) && isNumber(to)) {
    const first = toInteger(from)
    const last = toInteger(to)
    if (first === null || last === null || first !== from || last !== to) return invalid(frame, source, from)
    const direction = first <= last ? 1 : -1
    for (let i = first; direction > 0 ? i <= last : i >= last; i += direction) {
      const result = step(i)
      if (result !== 'done') return result
    }
    return 'done'
  }
  if (from instanceof FeelDate && to instanceof FeelDate) {
    const direction = from.days <= to.days ? 1 : -1
    const count = Math.abs(to.days - from.days)
    for (let i = 0; i <= count; i++) {
      frame.run.spend(2)
      const date = plusDays(from, i * direction)
      if (date === null) return invalid(frame, source, from)
      const result = step(date)
      if (result !== 'done') return result
    }
    return 'done'
  }
  return invalid(frame, source, isNumber(from) || from instanceof FeelDate ? to : from)
}

/**
 * `partial` is the slot of the results so far and what the body does with it. A list that the body may keep stays as it was;
 * for a look at one result the growing list itself does.
 */
function forCode(
  sources: readonly Source[],
  partial: { readonly slot: number; readonly use: NodeFacts['partial'] },
  body: Code,
  cost: number,
): Code {
  const { slot, use } = partial
  return frame => {
    const values: FeelValue[] = []
    const outcome = visit(frame, sources, 0, () => {
      if (cost > 0) frame.run.spend(cost)
      if (use === 'item') frame.slots[slot] = values
      else if (use === 'list') {
        frame.run.spend(costOf(values))
        frame.slots[slot] = values.slice()
      }
      values.push(body(frame))
      return true
    })
    return outcome === 'invalid' ? null : values
  }
}

/** Ends at the first value that decides, or that is no answer. */
function quantifierCode(
  sources: readonly Source[],
  body: Code,
  condition: Node,
  decisive: boolean,
  cost: number,
): Code {
  return frame => {
    let unknown = false
    let last: FeelValue = null
    const outcome = visit(frame, sources, 0, () => {
      if (cost > 0) frame.run.spend(cost)
      last = body(frame)
      if (last === null) unknown = true
      return last === null || last === !decisive
    })
    if (outcome === 'invalid') return null
    if (outcome === 'done') return unknown ? null : !decisive
    if (last === decisive) return decisive
    return frame.run.warn('feel.condition-not-boolean', condition, { kind: kindOf(last) })
  }
}
