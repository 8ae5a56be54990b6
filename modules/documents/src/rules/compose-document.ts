import { type Language, languages, type Refused, refuse, type Text } from '@tereze/operation'
import { type Evaluate, fillTemplate, isExpression } from '@tereze/template'
import { nothing, type ValueKind, type Wording, writeValue } from '@tereze/wording'
import { type DocumentBlock, type DocumentLine, documentIncomplete, type WrittenText } from '../contract/index.ts'
import { inEach } from './in-each.ts'
import { type Appeals, type Regulation, writeAppeal, writeGrounds } from './legal-blocks.ts'
import { shielded, writtenText } from './read-emphasis.ts'

/** A value of a template: an expression, and how its value is written. */
export type TemplateValue = string | { readonly is: string; readonly as: ValueKind }

/** A document template as `content/format/document.schema.json` declares it. */
export interface DocumentTemplate {
  readonly id: string
  readonly kind: string
  /** URN of the signed data's type. */
  readonly type: string
  readonly title: string
  readonly subjects: readonly string[]
  readonly data: Readonly<Record<string, unknown>>
  readonly valid?: { readonly until?: string }
  readonly proves: readonly { readonly label: string; readonly value: TemplateValue }[]
  /** What stands on every page. */
  readonly page?: { readonly header?: string; readonly footer?: string; readonly number?: 'of' | 'plain' | 'none' }
  readonly body: readonly TemplateBlock[]
}

/** A message with what stands for its arguments. */
export interface TemplateText {
  readonly text: string
  readonly values?: Readonly<Record<string, TemplateValue>>
}

/** A row of a table; with `each`, one for every item of a list. */
export interface TemplateRow {
  readonly cells: readonly TemplateText[]
  readonly each?: string
  readonly when?: string
}

/** A part of a template's page; with `when` only while that is true. */
export type TemplateBlock = { readonly when?: string } & (
  | { readonly heading: string; readonly values?: Readonly<Record<string, TemplateValue>> }
  | TemplateText
  | { readonly fields: readonly { readonly label: string; readonly value: TemplateValue; readonly when?: string }[] }
  | ({ readonly list: string } & TemplateText)
  | { readonly items: readonly (TemplateText & { readonly when?: string })[]; readonly numbered?: true }
  | {
      readonly table: {
        readonly columns: readonly { readonly label: string; readonly width?: number; readonly align?: 'end' }[]
        readonly rows: readonly TemplateRow[]
      }
    }
  | { readonly clauses: string }
  | { readonly appeal: true }
  | { readonly seal: true }
  | { readonly qr: true }
)

/** How the issuer writes in one language: values, and messages with their arguments. */
export interface DocumentWording extends Wording {
  fill(key: string, params: Readonly<Record<string, string | number>>): string
}

/** What composing needs. `evaluate` sees the data of the case; `within` sees one item of a list as `item` too. */
export interface Composing {
  readonly evaluate: Evaluate
  within(item: unknown): Evaluate
  wording(language: Language): DocumentWording
  readonly regulation: Regulation | null
  readonly appeals: Appeals | null
}

/** A document before it is signed. */
export interface ComposedDocument {
  readonly title: Text
  readonly subjects: readonly string[]
  readonly data: unknown
  readonly validUntil: string | null
  readonly lines: readonly DocumentLine[]
  readonly blocks: readonly DocumentBlock[]
}

/** Kind and value of a template's value. */
export function evaluateValue(value: TemplateValue, evaluate: Evaluate): { value: unknown; as: ValueKind } {
  return typeof value === 'string'
    ? { value: fillTemplate(value, evaluate), as: 'text' }
    : { value: fillTemplate(value.is, evaluate), as: value.as }
}

function writeEach(value: TemplateValue, evaluate: Evaluate, composing: Composing): Text {
  const found = evaluateValue(value, evaluate)
  return inEach(language => writeValue(found.value, found.as, composing.wording(language)))
}

function fillEach(
  message: string,
  values: Readonly<Record<string, TemplateValue>> | undefined,
  evaluate: Evaluate,
  composing: Composing,
): Text {
  const params = Object.entries(values ?? {}).map(
    ([name, value]) => [name, writeEach(value, evaluate, composing)] as const,
  )
  const key = message.replace(/^message:/, '')
  return inEach(language =>
    composing
      .wording(language)
      .fill(key, Object.fromEntries(params.map(([name, text]) => [name, shielded(text[language])]))),
  )
}

/** A text with its bold and slanted parts. */
function writeText(block: TemplateText, evaluate: Evaluate, composing: Composing): WrittenText {
  return writtenText(fillEach(block.text, block.values, evaluate, composing))
}

/** A text of which nothing is bold or slanted. */
function writePlain(message: string, composing: Composing, values?: TemplateText['values']): Text {
  return writtenText(fillEach(message, values, composing.evaluate, composing)).text
}

const isWritten = (text: Text) => languages.some(language => text[language] !== nothing)

const holds = (when: string | undefined, evaluate: Evaluate) => when === undefined || evaluate(when) === true

/** The items of a list that an expression gives, each with what sees it as `item`. */
function itemsOf(expression: string, { evaluate, within }: Pick<Composing, 'evaluate' | 'within'>): Evaluate[] {
  const items = fillTemplate(expression, evaluate)
  return Array.isArray(items) ? items.map(item => within(item)) : []
}

function composeRows(rows: readonly TemplateRow[], width: number, composing: Composing): WrittenText[][] {
  const empty = { text: inEach(() => '') }
  return rows.flatMap(({ cells, each, when }) => {
    const seen = each === undefined ? [composing.evaluate] : itemsOf(each, composing)
    return seen
      .filter(evaluate => holds(when, evaluate))
      .map(evaluate =>
        Array.from({ length: width }, (_, column) => {
          const cell = cells[column]
          return cell === undefined ? empty : writeText(cell, evaluate, composing)
        }),
      )
  })
}

function composeBlock(block: TemplateBlock, template: DocumentTemplate, composing: Composing): DocumentBlock | null {
  const { evaluate } = composing
  if (!holds(block.when, evaluate)) return null
  if ('heading' in block) {
    if (block.heading === template.title) return null
    return { kind: 'heading', text: writePlain(block.heading, composing, block.values) }
  }
  if ('fields' in block) {
    const fields = block.fields
      .filter(field => holds(field.when, evaluate))
      .map(field => ({
        label: writePlain(field.label, composing),
        value: writeEach(field.value, evaluate, composing),
      }))
      .filter(field => isWritten(field.value))
    return fields.length === 0 ? null : { kind: 'fields', fields }
  }
  if ('list' in block) {
    const items = itemsOf(block.list, composing).map(within => ({ ...writeText(block, within, composing), note: null }))
    return items.length === 0 ? null : { kind: 'list', items }
  }
  if ('items' in block) {
    const items = block.items
      .filter(item => holds(item.when, evaluate))
      .map(item => ({ ...writeText(item, evaluate, composing), note: null }))
    if (items.length === 0) return null
    return { kind: 'list', items, ...(block.numbered ? { numbered: true } : {}) }
  }
  if ('table' in block) {
    const { columns, rows } = block.table
    const written = composeRows(rows, columns.length, composing)
    if (written.length === 0) return null
    return {
      kind: 'table',
      columns: columns.map(({ label, width = 1, align }) => ({
        label: writePlain(label, composing),
        width,
        align: align ?? 'start',
      })),
      rows: written,
    }
  }
  if ('clauses' in block) {
    const items = writeGrounds(fillTemplate(block.clauses, evaluate), composing.regulation, composing.wording)
    return items.length === 0 ? null : { kind: 'list', items }
  }
  if ('appeal' in block) {
    const text = writeAppeal(composing.regulation, composing.appeals, composing.wording)
    return text === null ? null : { kind: 'text', text }
  }
  if ('seal' in block) return { kind: 'seal' }
  if ('qr' in block) return { kind: 'qr' }
  return { kind: 'text', ...writeText(block, evaluate, composing) }
}

/** What stands on every page, where the template says anything of it. */
function composePage({ page }: DocumentTemplate, composing: Composing): DocumentBlock[] {
  if (page === undefined) return []
  const line = (message: string | undefined) => (message === undefined ? null : writePlain(message, composing))
  return [{ kind: 'page', header: line(page.header), footer: line(page.footer), number: page.number ?? 'of' }]
}

/**
 * Composes a document from its template: what is signed, what its check shows, what its page shows, in all languages.
 * Refuses when the data gives no subject or leaves a line empty that the check must show; `also` lists each such line.
 */
export function composeDocument(
  template: DocumentTemplate,
  composing: Composing,
): ComposedDocument | Refused<'documents.document-incomplete'> {
  const { evaluate } = composing
  const subjects = template.subjects
    .map(subject => fillTemplate(subject, evaluate))
    .filter(subject => typeof subject === 'string' && subject !== '') as string[]
  const lines = template.proves.map(line => ({
    label: writePlain(line.label, composing),
    value: writeEach(line.value, evaluate, composing),
  }))
  const problems = [
    ...(subjects.length === 0 ? [{ pointer: '/subjects', code: 'field.required' }] : []),
    ...lines.flatMap(({ value }, index) =>
      isWritten(value) ? [] : [{ pointer: `/proves/${index}`, code: 'field.required' }],
    ),
  ]
  if (problems.length > 0) {
    return refuse(documentIncomplete, {
      pointer: problems[0]?.pointer ?? '',
      params: { template: template.id },
      also: problems,
    })
  }
  const until = template.valid?.until
  const validUntil = isExpression(until) ? fillTemplate(until, evaluate) : (until ?? null)
  return {
    title: writePlain(template.title, composing),
    subjects: [...new Set(subjects)],
    data: fillTemplate(template.data, evaluate) ?? {},
    validUntil: typeof validUntil === 'string' ? validUntil : null,
    lines,
    blocks: [
      ...composePage(template, composing),
      ...template.body.flatMap(block => composeBlock(block, template, composing) ?? []),
    ],
  }
}

/** Every value that a template writes, for looking up what ids stand for. */
export function valuesIn(
  template: DocumentTemplate,
  { evaluate, within }: Pick<Composing, 'evaluate' | 'within'>,
): { value: unknown; as: ValueKind }[] {
  const read = (values: readonly TemplateValue[], seen: readonly Evaluate[] = [evaluate]) =>
    seen.flatMap(one => values.map(value => evaluateValue(value, one)))
  const itemsIn = (expression: string) => itemsOf(expression, { evaluate, within })
  const inBody = template.body.flatMap(block => {
    if ('fields' in block) return read(block.fields.map(field => field.value))
    if ('items' in block) return block.items.flatMap(item => read(Object.values(item.values ?? {})))
    if ('table' in block)
      return block.table.rows.flatMap(({ cells, each }) =>
        read(
          cells.flatMap(cell => Object.values(cell.values ?? {})),
          each === undefined ? [evaluate] : itemsIn(each),
        ),
      )
    if (!('values' in block)) return []
    return read(Object.values(block.values ?? {}), 'list' in block ? itemsIn(block.list) : [evaluate])
  })
  return [...read(template.proves.map(line => line.value)), ...inBody]
}
