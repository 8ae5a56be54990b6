import { isList, isObject, type Json, type JsonObject } from '@tereze/forms'
import { languages, type Spoken } from '../../form/draft/form-draft.ts'
import { at, type DocumentDraft, freeKey, type Steps, withItem, withWord } from './document-draft.ts'

/** Kinds of part of a page, in the order in which they are offered. */
export const partKinds = [
  'text',
  'heading',
  'fields',
  'items',
  'list',
  'table',
  'clauses',
  'appeal',
  'seal',
  'qr',
] as const
/** A kind of part of a page. */
export type PartKind = (typeof partKinds)[number]

/** The kind of a part; null for one that this editor does not know, which is kept as it is. */
export function kindOf(part: Json | undefined): PartKind | null {
  if (!isObject(part)) return null
  // A repeated point has a text too.
  return [...partKinds].reverse().find(kind => kind !== 'text' && kind in part) ?? ('text' in part ? 'text' : null)
}

/** The parts of a template. */
export function partsIn(draft: DocumentDraft): readonly Json[] {
  return isList(draft.template.body) ? draft.template.body : []
}

function worded(draft: DocumentDraft, kind: string, words: Spoken): { draft: DocumentDraft; message: string } {
  const key = freeKey(draft, kind)
  const next = languages.reduce((one, language) => withWord(one, key, language, words[language]), draft)
  return { draft: next, message: `message:${key}` }
}

/** The words with which new parts begin. */
export interface FirstWords {
  readonly heading: Spoken
  readonly label: Spoken
  readonly column: Spoken
  readonly empty: Spoken
}

function newPart(draft: DocumentDraft, kind: PartKind, words: FirstWords): { draft: DocumentDraft; part: JsonObject } {
  switch (kind) {
    case 'heading': {
      const made = worded(draft, 'heading', words.heading)
      return { draft: made.draft, part: { heading: made.message } }
    }
    case 'fields': {
      const made = worded(draft, 'label', words.label)
      return { draft: made.draft, part: { fields: [{ label: made.message, value: '= null' }] } }
    }
    case 'items': {
      const made = worded(draft, 'point', words.empty)
      return { draft: made.draft, part: { items: [{ text: made.message }] } }
    }
    case 'list': {
      const made = worded(draft, 'point', words.empty)
      return { draft: made.draft, part: { list: '= []', text: made.message } }
    }
    case 'table': {
      const one = worded(draft, 'column', words.column)
      const two = worded(one.draft, 'column', words.column)
      const first = worded(two.draft, 'cell', words.empty)
      const second = worded(first.draft, 'cell', words.empty)
      return {
        draft: second.draft,
        part: {
          table: {
            columns: [{ label: one.message }, { label: two.message }],
            rows: [{ cells: [{ text: first.message }, { text: second.message }] }],
          },
        },
      }
    }
    case 'clauses':
      return { draft, part: { clauses: '= decision.refusals' } }
    case 'appeal':
      return { draft, part: { appeal: true } }
    case 'seal':
      return { draft, part: { seal: true } }
    case 'qr':
      return { draft, part: { qr: true } }
    case 'text': {
      const made = worded(draft, 'text', words.empty)
      return { draft: made.draft, part: { text: made.message } }
    }
  }
}

/** The draft with a new part at a place of the page. */
export function withNewPart(draft: DocumentDraft, index: number, kind: PartKind, words: FirstWords): DocumentDraft {
  const made = newPart(draft, kind, words)
  return withItem(made.draft, ['body'], index, made.part)
}

/** The draft with one more point of a list, or line of facts. */
export function withNewLine(draft: DocumentDraft, list: Steps, index: number, words: FirstWords): DocumentDraft {
  const isFields = list.at(-1) === 'fields'
  const made = isFields ? worded(draft, 'label', words.label) : worded(draft, 'point', words.empty)
  return withItem(made.draft, list, index, isFields ? { label: made.message, value: '= null' } : { text: made.message })
}

/** The draft with one more row of a table, as wide as the table is. */
export function withNewRow(draft: DocumentDraft, table: Steps, index: number, words: FirstWords): DocumentDraft {
  const columns = at(draft, [...table, 'columns'])
  let next = draft
  const cells = (isList(columns) ? columns : []).map(() => {
    const made = worded(next, 'cell', words.empty)
    next = made.draft
    return { text: made.message }
  })
  return withItem(next, [...table, 'rows'], index, { cells })
}

/** The draft with one more column at the end of a table, and a cell for it in every row. */
export function withNewColumn(draft: DocumentDraft, table: Steps, words: FirstWords): DocumentDraft {
  const columns = at(draft, [...table, 'columns'])
  const rows = at(draft, [...table, 'rows'])
  const width = isList(columns) ? columns.length : 0
  const made = worded(draft, 'column', words.column)
  let next = withItem(made.draft, [...table, 'columns'], width, { label: made.message })
  for (const [row] of (isList(rows) ? rows : []).entries()) {
    const cell = worded(next, 'cell', words.empty)
    next = withItem(cell.draft, [...table, 'rows', String(row), 'cells'], width, { text: cell.message })
  }
  return next
}

/** The draft without a column of a table and its cells. */
export function withoutColumn(draft: DocumentDraft, table: Steps, column: number): DocumentDraft {
  const found = at(draft, table)
  if (!isObject(found) || !isList(found.columns) || !isList(found.rows)) return draft
  const without = (list: readonly Json[]) => list.filter((_, index) => index !== column)
  const rows = found.rows.map(row => (isObject(row) && isList(row.cells) ? { ...row, cells: without(row.cells) } : row))
  return replaced(draft, table, { ...found, columns: without(found.columns), rows })
}

function replaced(draft: DocumentDraft, steps: Steps, value: JsonObject): DocumentDraft {
  const index = Number(steps[1])
  const body = partsIn(draft).map((part, other) =>
    other === index && isObject(part) ? { ...part, [steps.at(-1) ?? '']: value } : part,
  )
  return { ...draft, template: { ...draft.template, body } }
}
