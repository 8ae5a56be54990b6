import type { Aggregator, HitPolicy, Part } from '../model/model.ts'
import {
  attributed,
  type Change,
  changed,
  filledWith,
  idMaker,
  inserted,
  type NewElement,
  removed,
  rootOf,
  worded,
} from './change.ts'
import { attributeXml, childrenOf, elementOf, type SourceElement } from './source.ts'

/** The three kinds of columns of a decision table. */
export type ColumnKind = 'input' | 'output' | 'annotation'

/** What a column says of itself; what is left out stays as it is, null takes it away. */
export interface ColumnSettings {
  /** Of inputs and outputs: what a reader sees. */
  readonly label?: string | null
  /** Of outputs and annotations. */
  readonly name?: string
  /** Of inputs: FEEL. */
  readonly expression?: string
  /** Of inputs and outputs: `string`, `number` … or a type of the model. */
  readonly typeRef?: string | null
  /** Of inputs and outputs: unary tests that every value passes. */
  readonly values?: string | null
  /** Of outputs: FEEL, the value when no rule applies. */
  readonly defaultEntry?: string | null
}

const TABLE = ['description', 'extensionElements', 'input', 'output', 'annotation', 'rule']
const RULE = ['description', 'extensionElements', 'inputEntry', 'outputEntry', 'annotationEntry']
const INPUT = ['description', 'extensionElements', 'inputExpression', 'inputValues']
const OUTPUT = ['description', 'extensionElements', 'outputValues', 'defaultOutputEntry']
const ENTRY = { input: 'inputEntry', output: 'outputEntry', annotation: 'annotationEntry' } as const
/** What a new cell says: any input, no output yet, no word. */
const EMPTY = { input: '-', output: 'null', annotation: '' } as const

interface Place {
  readonly xml: string
  readonly table: SourceElement
  readonly rules: readonly SourceElement[]
}

/** Makes changes in a table of a source; a source that is no model, and a place that it does not have, stay as they were. */
function within(xml: string, part: Part, change: (place: Place) => readonly Change[]): string {
  const root = rootOf(xml)
  const table = root === null ? null : elementOf(xml, root, part)
  if (table?.name !== 'decisionTable') return xml
  return changed(xml, change({ xml, table, rules: childrenOf(table, 'rule') }))
}

/** What a new cell is written as; annotations have no id in the standard. */
function entry(kind: ColumnKind, text: string, id: string): NewElement {
  return {
    name: ENTRY[kind],
    attributes: { id: kind === 'annotation' ? null : id },
    children: [{ name: 'text', text }],
  }
}

/** Sets the text of a cell, by rule and column from zero: unary tests, FEEL, or words. */
export function setCell(
  xml: string,
  table: Part,
  kind: ColumnKind,
  at: { readonly rule: number; readonly column: number },
  text: string,
): string {
  return within(xml, table, ({ rules, table: element }) => {
    const rule = rules[at.rule]
    const columns = childrenOf(element, kind).length
    if (rule === undefined || at.column >= columns) return []
    const cells = childrenOf(rule, ENTRY[kind])
    const cell = cells[at.column]
    if (cell !== undefined) return worded(xml, cell, text)
    // A rule may have fewer cells than the table has columns: those between are written with nothing in them.
    const id = idMaker(xml)
    const ruleId = rule.attributes.get('id')?.value ?? `rule-${at.rule + 1}`
    return Array.from({ length: at.column + 1 - cells.length }, (_, n) => {
      const column = cells.length + n
      const own = column === at.column ? text : EMPTY[kind]
      return inserted(xml, rule, RULE, entry(kind, own, id(`${ruleId}-${kind}-${column + 1}`)))
    })
  })
}

/** What a new rule says, by column; what is left out says nothing. */
export interface NewRule {
  readonly tests?: readonly string[]
  readonly outputs?: readonly string[]
  readonly annotations?: readonly string[]
}

/** Adds a rule before the one that is `index`-th now, or as the last. */
export function addRule(xml: string, table: Part, index: number, says: NewRule = {}): string {
  return within(xml, table, ({ table: element, rules }) => {
    const id = idMaker(xml)
    const ruleId = id(`rule-${rules.length + 1}`)
    const cells = (kind: ColumnKind, texts: readonly string[] = []): NewElement[] =>
      childrenOf(element, kind).map((_, i) => entry(kind, texts[i] ?? EMPTY[kind], id(`${ruleId}-${kind}-${i + 1}`)))
    const rule: NewElement = {
      name: 'rule',
      attributes: { id: ruleId },
      children: [
        ...cells('input', says.tests),
        ...cells('output', says.outputs),
        ...cells('annotation', says.annotations),
      ],
    }
    return [inserted(xml, element, TABLE, rule, index)]
  })
}

/** Removes a rule. */
export function removeRule(xml: string, table: Part, index: number): string {
  return within(xml, table, ({ rules }) => {
    const rule = rules[index]
    return rule === undefined ? [] : [removed(xml, rule)]
  })
}

/** Moves a rule to the place that another has now. */
export function moveRule(xml: string, table: Part, from: number, to: number): string {
  return within(xml, table, ({ rules }) => moved(xml, rules, from, to))
}

/** A child of a list moved to the place of another, its text as it was written. */
function moved(xml: string, items: readonly SourceElement[], from: number, to: number): Change[] {
  const [item, other] = [items[from], items[to]]
  if (item === undefined || other === undefined || item === other) return []
  const text = xml.slice(item.start, item.end)
  const cut = removed(xml, item)
  const white = xml.slice(cut.from, item.start)
  const paste =
    from < to
      ? { from: other.end, to: other.end, text: white + text }
      : { from: other.start, to: other.start, text: text + white }
  return [cut, paste]
}

/** Puts a copy of a rule after it, with ids of its own. */
export function duplicateRule(xml: string, table: Part, index: number): string {
  return within(xml, table, ({ table: element, rules }) => {
    const rule = rules[index]
    if (rule === undefined) return []
    const id = idMaker(xml)
    const own = id(`rule-${rules.length + 1}`)
    const copy = changed(
      xml.slice(rule.start, rule.end),
      [rule, ...rule.children].flatMap(part => {
        const said = part.attributes.get('id')
        if (said === undefined) return []
        const kind = part.name.replace('Entry', '')
        const nth = childrenOf(rule, part.name).indexOf(part) + 1
        const text = attributeXml('id', part === rule ? own : id(`${own}-${kind}-${nth}`))
        return [{ from: said.start - rule.start, to: said.end - rule.start, text }]
      }),
    )
    const white = xml.slice(removed(xml, rule).from, rule.start)
    return element === undefined ? [] : [{ from: rule.end, to: rule.end, text: white + copy }]
  })
}

/** Sets how the rules work together. */
export function setHitPolicy(
  xml: string,
  table: Part,
  policy: HitPolicy,
  aggregator: Aggregator | null = null,
): string {
  return within(xml, table, ({ table: element }) => [
    ...attributed(element, 'hitPolicy', policy),
    ...attributed(element, 'aggregation', policy === 'COLLECT' ? aggregator : null),
  ])
}

function columnElement(kind: ColumnKind, says: ColumnSettings, id: string): NewElement {
  const text = (name: string, words: string | null | undefined, own: string): NewElement[] =>
    words === undefined || words === null || words === ''
      ? []
      : [{ name, attributes: { id: own }, children: [{ name: 'text', text: words }] }]
  if (kind === 'annotation') return { name: kind, attributes: { name: says.name ?? '' } }
  const label = says.label || null
  const typeRef = says.typeRef || null
  if (kind === 'output')
    return {
      name: kind,
      attributes: { id, label, name: says.name ?? '', typeRef },
      children: [
        ...text('outputValues', says.values, `${id}-values`),
        ...text('defaultOutputEntry', says.defaultEntry, `${id}-default`),
      ],
    }
  return {
    name: kind,
    attributes: { id, label },
    children: [
      {
        name: 'inputExpression',
        attributes: { id: `${id}-expression`, typeRef },
        children: [{ name: 'text', text: says.expression ?? '' }],
      },
      ...text('inputValues', says.values, `${id}-values`),
    ],
  }
}

/** Adds a column as the last of its kind; every rule gets a cell that says nothing yet. */
export function addColumn(xml: string, table: Part, kind: ColumnKind, says: ColumnSettings): string {
  return within(xml, table, ({ table: element, rules }) => {
    const id = idMaker(xml)
    const count = childrenOf(element, kind).length
    const owner = element.attributes.get('id')?.value.replace(/-table$/u, '') ?? 'table'
    return [
      inserted(xml, element, TABLE, columnElement(kind, says, id(`${owner}-${kind}-${count + 1}`))),
      ...rules.map((rule, i) => {
        const ruleId = rule.attributes.get('id')?.value ?? `rule-${i + 1}`
        return inserted(xml, rule, RULE, entry(kind, EMPTY[kind], id(`${ruleId}-${kind}-${count + 1}`)))
      }),
    ]
  })
}

/** Removes a column and its cells. The last output stays: a table without one is none. */
export function removeColumn(xml: string, table: Part, kind: ColumnKind, index: number): string {
  return within(xml, table, ({ table: element, rules }) => {
    const columns = childrenOf(element, kind)
    const column = columns[index]
    if (column === undefined || (kind === 'output' && columns.length === 1)) return []
    const cells = rules.flatMap(rule => childrenOf(rule, ENTRY[kind])[index] ?? [])
    return [column, ...cells].map(part => removed(xml, part))
  })
}

/** Moves a column, with its cells, to the place of another of its kind. */
export function moveColumn(xml: string, table: Part, kind: ColumnKind, from: number, to: number): string {
  return within(xml, table, ({ table: element, rules }) => [
    ...moved(xml, childrenOf(element, kind), from, to),
    ...rules.flatMap(rule => moved(xml, childrenOf(rule, ENTRY[kind]), from, to)),
  ])
}

/** Sets what a column says of itself. */
export function setColumn(xml: string, table: Part, kind: ColumnKind, index: number, says: ColumnSettings): string {
  return within(xml, table, ({ table: element }) => {
    const column = childrenOf(element, kind)[index]
    if (column === undefined) return []
    const set = (name: 'name' | 'label' | 'typeRef'): Change[] => {
      const value = says[name]
      return value === undefined ? [] : attributed(column, name, value === '' && name !== 'name' ? null : value)
    }
    if (kind === 'annotation') return set('name')
    const id = column.attributes.get('id')?.value ?? `${kind}-${index + 1}`
    const values = { name: `${kind}Values`, text: says.values, id: `${id}-values` }
    if (kind === 'output')
      return [
        ...[...set('label'), ...set('name'), ...set('typeRef')],
        ...held(xml, column, OUTPUT, [
          values,
          { name: 'defaultOutputEntry', text: says.defaultEntry, id: `${id}-default` },
        ]),
      ]
    const [expression] = childrenOf(column, 'inputExpression')
    const shared = [...set('label'), ...held(xml, column, INPUT, [values])]
    if (expression === undefined) return shared
    return [
      ...shared,
      ...(says.typeRef === undefined ? [] : attributed(expression, 'typeRef', says.typeRef || null)),
      ...(says.expression === undefined ? [] : worded(xml, expression, says.expression)),
    ]
  })
}

interface Held {
  readonly name: string
  /** Undefined: as it is. */
  readonly text: string | null | undefined
  readonly id: string
}

/** Sets the texts of parts of a column that may be missing: each is written, changed or taken away. */
function held(xml: string, column: SourceElement, order: readonly string[], parts: readonly Held[]): Change[] {
  const id = idMaker(xml)
  const made: NewElement[] = []
  const changes = parts.flatMap(({ name, text, id: own }): Change[] => {
    if (text === undefined) return []
    const [found] = childrenOf(column, name)
    if (text === null || text.trim() === '') return found === undefined ? [] : [removed(xml, found)]
    if (found !== undefined) return worded(xml, found, text)
    made.push({ name, attributes: { id: id(own) }, children: [{ name: 'text', text }] })
    return []
  })
  if (made.length === 0) return changes
  if (column.children.length === 0) return [filledWith(xml, column, made)]
  return [...changes, ...made.map(element => inserted(xml, column, order, element))]
}
