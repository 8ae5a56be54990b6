import type { Decision, DecisionTable, Expression, Model, Rule } from '../model/model.ts'
import { sameMeaning } from './same-meaning.ts'

/** What kind of column a cell stands in. */
type ColumnKind = 'input' | 'output' | 'annotation'

/** One thing that is other in a model than it was; rules are numbered from one, in the newer table unless they are gone. */
export type ModelDifference =
  | { readonly kind: 'decision-added' | 'decision-removed' | 'logic-other'; readonly decision: string }
  | {
      readonly kind: 'needs'
      readonly decision: string
      readonly added: readonly string[]
      readonly removed: readonly string[]
    }
  | { readonly kind: 'expression'; readonly decision: string; readonly before: string; readonly after: string }
  | { readonly kind: 'policy'; readonly decision: string; readonly before: string; readonly after: string }
  | { readonly kind: 'column-added' | 'column-removed'; readonly decision: string; readonly column: string }
  | { readonly kind: 'rule-added' | 'rule-removed'; readonly decision: string; readonly rule: number }
  | { readonly kind: 'order'; readonly decision: string }
  | {
      readonly kind: 'cell'
      readonly decision: string
      readonly rule: number
      readonly column: string
      readonly before: string
      readonly after: string
    }
  | {
      readonly kind: 'values' | 'default'
      readonly decision: string
      readonly column: string
      readonly before: string
      readonly after: string
    }

/** What a newer model says otherwise than an older one; how it is written, its ids and its diagram do not count. */
export function compareModels(before: Model, after: Model): ModelDifference[] {
  const names = [...before.inputs, ...before.decisions, ...after.inputs, ...after.decisions].map(({ name }) => name)
  const older = new Map(before.decisions.map(decision => [decision.name, decision]))
  const newer = new Map(after.decisions.map(decision => [decision.name, decision]))
  return [
    ...before.decisions.flatMap(({ name }): ModelDifference[] =>
      newer.has(name) ? [] : [{ kind: 'decision-removed', decision: name }],
    ),
    ...after.decisions.flatMap((decision): ModelDifference[] => {
      const was = older.get(decision.name)
      if (was === undefined) return [{ kind: 'decision-added', decision: decision.name }]
      return [...needsOf(before, was, after, decision), ...logicOf(was, decision, names)]
    }),
  ]
}

function neededBy(model: Model, decision: Decision): Set<string> {
  const byId = new Map(
    [...model.inputs, ...model.decisions, ...model.knowledge].map(({ id, name }) => [`#${id}`, name]),
  )
  return new Set([...decision.information, ...decision.knowledge].map(href => byId.get(href) ?? href))
}

function needsOf(before: Model, was: Decision, after: Model, is: Decision): ModelDifference[] {
  const [old, now] = [neededBy(before, was), neededBy(after, is)]
  const added = [...now].filter(name => !old.has(name))
  const removed = [...old].filter(name => !now.has(name))
  return added.length + removed.length === 0 ? [] : [{ kind: 'needs', decision: is.name, added, removed }]
}

function logicOf(was: Decision, is: Decision, names: readonly string[]): ModelDifference[] {
  const [before, after] = [was.expression, is.expression]
  const decision = is.name
  if (before?.kind === 'literal' && after?.kind === 'literal')
    return sameMeaning(before.text, after.text, 'expression', names)
      ? []
      : [{ kind: 'expression', decision, before: before.text, after: after.text }]
  if (before?.kind === 'table' && after?.kind === 'table') return tablesDiffer(decision, before, after, names)
  return plain(before) === plain(after) ? [] : [{ kind: 'logic-other', decision }]
}

/** A boxed expression without its ids and places. */
function plain(expression: Expression | null): string {
  return JSON.stringify(expression, (key, value) => (['id', 'at', 'places'].includes(key) ? undefined : value))
}

interface NamedColumn {
  readonly kind: ColumnKind
  /** What the column is about: two columns with the same key are one. */
  readonly key: string
  readonly label: string
  readonly index: number
  readonly values: string
  readonly byDefault: string
}

function columnsOf(table: DecisionTable): NamedColumn[] {
  return [
    ...table.inputs.map((input, index) => ({
      kind: 'input' as const,
      key: `input ${input.expression.text.replaceAll(/\s+/gu, ' ')}`,
      label: input.label || input.expression.text,
      index,
      values: input.values?.text ?? '',
      byDefault: '',
    })),
    ...table.outputs.map((output, index) => ({
      kind: 'output' as const,
      key: `output ${output.name}`,
      label: output.label || output.name,
      index,
      values: output.values?.text ?? '',
      byDefault: output.defaultEntry?.text ?? '',
    })),
    ...table.annotations.map((name, index) => ({
      kind: 'annotation' as const,
      key: `annotation ${name}`,
      label: name,
      index,
      values: '',
      byDefault: '',
    })),
  ]
}

function cellOf(rule: Rule, { kind, index }: NamedColumn): string {
  if (kind === 'annotation') return rule.annotations[index] ?? ''
  return (kind === 'input' ? rule.tests : rule.outputs)[index]?.text ?? (kind === 'input' ? '-' : '')
}

function sameCell(kind: ColumnKind, before: string, after: string, names: readonly string[]): boolean {
  if (kind === 'annotation') return before.trim() === after.trim()
  return sameMeaning(before, after, kind === 'input' ? 'tests' : 'expression', names)
}

const policyOf = ({ hitPolicy, aggregator }: DecisionTable): string =>
  aggregator === null ? hitPolicy : `${hitPolicy} ${aggregator}`

/** Whether the order of the rules changes what the table gives (DMN 1.5 §8.2.8). */
const ordered = (table: DecisionTable): boolean =>
  table.hitPolicy === 'FIRST' ||
  table.hitPolicy === 'RULE ORDER' ||
  (table.hitPolicy === 'COLLECT' && table.aggregator === null)

/** Which rule of the newer table is which of the older: by id, then by the same cells. */
function partners(
  before: DecisionTable,
  after: DecisionTable,
  same: (was: Rule, is: Rule) => boolean,
): Map<number, number> {
  const found = new Map<number, number>()
  const free = new Set(before.rules.keys())
  const pair = (test: (was: Rule, is: Rule) => boolean): void => {
    for (const [i, rule] of after.rules.entries()) {
      if (found.has(i)) continue
      const match = [...free].find(j => test(before.rules[j] as Rule, rule))
      if (match === undefined) continue
      found.set(i, match)
      free.delete(match)
    }
  }
  pair((was, is) => was.id !== '' && was.id === is.id)
  pair(same)
  return found
}

function tablesDiffer(
  decision: string,
  before: DecisionTable,
  after: DecisionTable,
  names: readonly string[],
): ModelDifference[] {
  const [older, newer] = [columnsOf(before), columnsOf(after)]
  const shared = newer.flatMap(column => {
    const was = older.find(({ key }) => key === column.key)
    return was === undefined ? [] : [{ was, is: column }]
  })
  const same = (was: Rule, is: Rule): boolean =>
    shared.every(pair => sameCell(pair.is.kind, cellOf(was, pair.was), cellOf(is, pair.is), names))
  const pairs = partners(before, after, same)
  const matched = [...pairs].sort(([a], [b]) => a - b)
  const taken = new Set(pairs.values())
  const [was, is] = [policyOf(before), policyOf(after)]
  return [
    ...(was === is ? [] : [{ kind: 'policy' as const, decision, before: was, after: is }]),
    ...older.flatMap((column): ModelDifference[] =>
      newer.some(({ key }) => key === column.key) ? [] : [{ kind: 'column-removed', decision, column: column.label }],
    ),
    ...newer.flatMap((column): ModelDifference[] =>
      older.some(({ key }) => key === column.key) ? [] : [{ kind: 'column-added', decision, column: column.label }],
    ),
    ...shared.flatMap(pair => columnDiffers(decision, pair, names)),
    ...[...before.rules.keys()].flatMap((rule): ModelDifference[] =>
      taken.has(rule) ? [] : [{ kind: 'rule-removed', decision, rule: rule + 1 }],
    ),
    ...[...after.rules.keys()].flatMap((rule): ModelDifference[] =>
      pairs.has(rule) ? [] : [{ kind: 'rule-added', decision, rule: rule + 1 }],
    ),
    ...matched.flatMap(([now, then]) =>
      shared.flatMap((pair): ModelDifference[] => {
        const [old, text] = [cellOf(before.rules[then] as Rule, pair.was), cellOf(after.rules[now] as Rule, pair.is)]
        if (sameCell(pair.is.kind, old, text, names)) return []
        return [{ kind: 'cell', decision, rule: now + 1, column: pair.is.label, before: old, after: text }]
      }),
    ),
    ...(ordered(after) && matched.some(([, then], i) => then < (matched[i - 1]?.[1] ?? -1))
      ? [{ kind: 'order' as const, decision }]
      : []),
  ]
}

function columnDiffers(
  decision: string,
  { was, is }: { readonly was: NamedColumn; readonly is: NamedColumn },
  names: readonly string[],
): ModelDifference[] {
  const column = is.label
  return [
    ...(sameMeaning(was.values, is.values, 'tests', names)
      ? []
      : [{ kind: 'values' as const, decision, column, before: was.values, after: is.values }]),
    ...(sameMeaning(was.byDefault, is.byDefault, 'expression', names)
      ? []
      : [{ kind: 'default' as const, decision, column, before: was.byDefault, after: is.byDefault }]),
  ]
}
