import {
  type CompiledExpression,
  compareValues,
  compileExpression,
  compileUnaryTests,
  evaluateExpression,
  FeelRange,
  type FeelValue,
  isList,
  kindOf,
  type Node,
  newContext,
  references,
} from '@tereze/feel'
import { quickCell } from './quick-cell.ts'

/** One test of a cell, in a form that can be compared without running it. */
export type Test =
  | { readonly kind: 'values'; readonly values: readonly FeelValue[] }
  | { readonly kind: 'range'; readonly range: FeelRange }
  | { readonly kind: 'not equal'; readonly value: FeelValue }

/** A cell that has been understood: any of its tests, or none of them when negated. `all` for `-`. */
export type Cell = 'all' | { readonly tests: readonly Test[]; readonly negated: boolean } | 'opaque'

const kept = new Map<string, Cell>()

/** Understands the text of a cell; `opaque` when it depends on anything but constants and the input itself. */
export function readCell(text: string): Cell {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed === '-') return 'all'
  const known = kept.get(trimmed)
  if (known !== undefined) return known
  const cell = quickCell(trimmed) ?? understand(trimmed)
  if (kept.size > 10_000) kept.clear()
  kept.set(trimmed, cell)
  return cell
}

function understand(text: string): Cell {
  const compiled = compileUnaryTests(text)
  if (!compiled.ok) return 'opaque'
  const { tree } = compiled.expression
  if (tree.kind !== 'tests') return 'opaque'
  const tests: Test[] = []
  for (const node of tree.tests) {
    const test = readTest(node, text)
    if (test === null) return 'opaque'
    tests.push(test)
  }
  return { tests, negated: tree.negated }
}

function readTest(node: Node, text: string): Test | null {
  if (node.kind === 'test') {
    const value = constant(node.operand, text)
    if (value === undefined || kindOf(value) === 'list') return null
    switch (node.operator) {
      case '=':
        return { kind: 'values', values: [value] }
      case '!=':
        return { kind: 'not equal', value }
      case '<':
      case '<=':
        return { kind: 'range', range: new FeelRange(undefined, value, false, node.operator === '<=') }
      default:
        return { kind: 'range', range: new FeelRange(value, undefined, node.operator === '>=', false) }
    }
  }
  const value = constant(node, text)
  if (value === undefined) return null
  if (value instanceof FeelRange)
    return value.operator === '!=' ? { kind: 'not equal', value: value.start ?? null } : { kind: 'range', range: value }
  if (isList(value))
    return value.some(item => isList(item) || item instanceof FeelRange) ? null : { kind: 'values', values: value }
  return ['context', 'function'].includes(kindOf(value)) ? null : { kind: 'values', values: [value] }
}

/** The value of an expression that depends on nothing; undefined when it depends on something. */
function constant(node: Node, text: string): FeelValue | undefined {
  if (node.kind === 'number' || node.kind === 'string') return node.value
  const compiled = compileExpression(text.slice(node.start, node.end))
  if (!compiled.ok || dependsOnOutside(compiled.expression)) return undefined
  const { value, warnings } = evaluateExpression(compiled.expression, newContext())
  return warnings.length > 0 ? undefined : value
}

function dependsOnOutside(expression: CompiledExpression): boolean {
  return references(expression).length > 0 || /\?|\b(now|today)\b/.test(expression.text)
}

/** The constants that a cell names. */
export function pointsOf(cell: Cell): FeelValue[] {
  if (typeof cell === 'string') return []
  return cell.tests.flatMap((test): FeelValue[] => {
    if (test.kind === 'values') return [...test.values]
    if (test.kind === 'not equal') return [test.value]
    return [test.range.start, test.range.end].filter(end => end !== undefined)
  })
}

/** True when a cell holds for a value that is no list, context or range. */
export function cellHolds(cell: Exclude<Cell, 'opaque'>, value: FeelValue): boolean {
  if (cell === 'all') return true
  const held = cell.tests.some(test => holds(test, value))
  // A test of another type is null, and null is not true, negated or not.
  return cell.negated ? !held && cell.tests.every(test => speaksOf(test, value)) : held
}

function speaksOf(test: Test, sample: FeelValue): boolean {
  if (test.kind === 'values') return test.values.every(value => isComparable(value, sample))
  if (test.kind === 'not equal') return isComparable(test.value, sample)
  const { start, end } = test.range
  return [start, end].every(point => point === undefined || compareValues(sample, point) !== null)
}

/** Null equals null and nothing else; values of two kinds are neither equal nor unequal. */
function isComparable(a: FeelValue, b: FeelValue): boolean {
  return a === null || b === null || kindOf(a) === kindOf(b)
}

function holds(test: Test, sample: FeelValue): boolean {
  if (test.kind === 'values') return test.values.some(value => compareEqual(value, sample))
  if (test.kind === 'not equal') return isComparable(test.value, sample) && !compareEqual(test.value, sample)
  const { start, end, startIncluded, endIncluded } = test.range
  const above = start === undefined ? 1 : compareValues(sample, start)
  const below = end === undefined ? -1 : compareValues(sample, end)
  if (above === null || below === null) return false
  return (
    (above > 0 || (above === 0 && (startIncluded || start === undefined))) &&
    (below < 0 || (below === 0 && (endIncluded || end === undefined)))
  )
}

function compareEqual(a: FeelValue, b: FeelValue): boolean {
  return a === b || compareValues(a, b) === 0
}
