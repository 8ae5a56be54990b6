import type { JsonObject } from '@tereze/forms'
import type { Language } from '@tereze/ui-components'
import { languages } from '../../form/draft/form-draft.ts'
import { at, type DocumentDraft, freeKey, withAt, withWord } from '../draft/document-draft.ts'
import { type Token, writeTokens } from '../draft/message-tokens.ts'
import type { OfferedField } from '../draft/offered-fields.ts'
import { writeValue } from '../draft/value.ts'
import type { DocxContent, DocxPart, DocxPiece, LeftOut } from './docx-content.ts'

/** What was taken over of a file, and what not. */
export interface DocxReport {
  readonly taken: Readonly<Record<DocxPart['kind'] | 'fields', number>>
  /** Marks and merge fields that no field of the service matches: they stand as text. */
  readonly unknown: readonly string[]
  readonly leftOut: ReadonlyMap<LeftOut, number>
}

const alike = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[\s_.:-]+/gu, ' ')
    .trim()

/**
 * The template with the parts of a file at its end, with words in one language. Marks and merge fields that are called as a field of the
 * service, by its name or its path, become that field.
 */
export function takeDocx(
  draft: DocumentDraft,
  content: DocxContent,
  language: Language,
  fields: readonly OfferedField[],
): { readonly draft: DocumentDraft; readonly report: DocxReport } {
  let next = draft
  const taken = { heading: 0, text: 0, items: 0, table: 0, fields: 0 }
  const unknown = new Set<string>()
  const known = (name: string) =>
    fields.find(({ is, label }) => alike(is) === alike(name) || alike(label) === alike(name))

  function filled(kind: string, member: 'text' | 'heading' | 'label', pieces: readonly DocxPiece[]): JsonObject {
    const values: Record<string, ReturnType<typeof writeValue>> = {}
    const tokens = pieces.map((piece): Token => {
      const { bold, italic } = piece
      if ('text' in piece) return { kind: 'text', text: piece.text, bold, italic }
      const field = member === 'label' ? undefined : known(piece.field)
      if (field === undefined) {
        // Quotation marks are no mark of a field unless a field is called so.
        if (!piece.mark.startsWith('«')) unknown.add(piece.field)
        return { kind: 'text', text: piece.mark, bold, italic }
      }
      const stem = /^[a-z]\w*$/u.test(field.is.split('.').at(-1) ?? '') ? (field.is.split('.').at(-1) ?? '') : 'value'
      let name = stem
      for (
        let number = 2;
        values[name] !== undefined && JSON.stringify(values[name]) !== JSON.stringify(writeValue(field));
        number++
      )
        name = `${stem}${number}`
      values[name] = writeValue({ is: field.is, as: field.as })
      taken.fields++
      return { kind: 'field', name, bold, italic }
    })
    const key = freeKey(next, kind)
    for (const each of languages) next = withWord(next, key, each, each === language ? writeTokens(tokens).trim() : '')
    return { [member]: `message:${key}`, ...(Object.keys(values).length === 0 ? {} : { values }) }
  }

  const parts = content.parts.map((part): JsonObject => {
    taken[part.kind]++
    if ('pieces' in part)
      return part.kind === 'heading' ? filled('heading', 'heading', part.pieces) : filled('text', 'text', part.pieces)
    if (part.kind === 'items') {
      const items = part.points.map(point => filled('point', 'text', point))
      return part.numbered ? { items, numbered: true } : { items }
    }
    const width = Math.max(...part.rows.map(row => row.length))
    const [head = [], ...rows] = part.rows
    const whole = (row: readonly (readonly DocxPiece[])[]) =>
      Array.from({ length: width }, (_, index) => row[index] ?? [])
    return {
      table: {
        columns: whole(head).map(cell => filled('column', 'label', cell)),
        rows: (rows.length === 0 ? [[]] : rows).map(row => ({
          cells: whole(row).map(cell => filled('cell', 'text', cell)),
        })),
      },
    }
  })
  const body = at(draft, ['body'])
  const all = [...(Array.isArray(body) ? body : []), ...parts]
  return { draft: withAt(next, ['body'], all), report: { taken, unknown: [...unknown], leftOut: content.leftOut } }
}
