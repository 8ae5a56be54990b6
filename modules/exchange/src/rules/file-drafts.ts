import { findProblems } from '@tereze/foundation-operations'
import { type Static, Type } from 'typebox'
import type { FilesTaken } from './contract-definition.ts'

/** Words that are given in each language. */
const EachLanguage = Type.Object({ en: Type.String(), ru: Type.String(), kk: Type.String() })

/** A page to be set as PDF: blocks of words of the contract, or of words as they are. */
export const PageDraft = Type.Object(
  {
    languages: Type.Array(Type.Union([Type.Literal('en'), Type.Literal('ru'), Type.Literal('kk')]), { minItems: 1 }),
    blocks: Type.Array(
      Type.Object(
        {
          kind: Type.Union([
            Type.Literal('title'),
            Type.Literal('part'),
            Type.Literal('heading'),
            Type.Literal('paragraph'),
          ]),
          /** `message:key` of the contract’s words, or words as they are. */
          text: Type.String({ minLength: 1, maxLength: 10_000 }),
          values: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), EachLanguage]))),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 2000 },
    ),
  },
  { additionalProperties: false },
)
/** A page to be set as PDF. */
export type PageDraft = Static<typeof PageDraft>

const named = {
  name: Type.String({ minLength: 1, maxLength: 200, pattern: '^[^/\\\\\\u0000-\\u001f]+$' }),
  mediaType: Type.String({ maxLength: 100 }),
}
const closed = { additionalProperties: false }
/** A file of an answer before it is made: what it is called, and where its bytes come from. */
export const FileDraft = Type.Union([
  Type.Object({ ...named, text: Type.String({ minLength: 1 }) }, closed),
  Type.Object({ ...named, base64: Type.String({ minLength: 1, pattern: '^[A-Za-z0-9+/\\s]+={0,2}\\s*$' }) }, closed),
  Type.Object({ ...named, path: Type.String({ minLength: 1, maxLength: 2000 }) }, closed),
  Type.Object({ ...named, page: PageDraft }, closed),
])
/** A file of an answer before it is made. */
export type FileDraft = Static<typeof FileDraft>

/** The files that an answer is to have, or the place of what is wrong with them; never a value. */
export function readDrafts(
  given: unknown,
  taken: Pick<FilesTaken, 'mediaTypes' | 'count'>,
): { readonly drafts: readonly FileDraft[] } | { readonly wrong: string } {
  if (!Array.isArray(given)) return { wrong: '/answerFiles/files' }
  if (given.length > taken.count) return { wrong: `/answerFiles/count ${given.length}` }
  for (const [index, draft] of given.entries()) {
    const at = `/answerFiles/files/${index}`
    if (findProblems(FileDraft, draft).length > 0) return { wrong: at }
    const { mediaType } = draft as FileDraft
    if (!taken.mediaTypes.includes(mediaType)) return { wrong: `${at}/mediaType ${mediaType.slice(0, 60)}` }
    if ('page' in (draft as FileDraft) && mediaType !== 'application/pdf') return { wrong: `${at}/page` }
  }
  return { drafts: given as FileDraft[] }
}
