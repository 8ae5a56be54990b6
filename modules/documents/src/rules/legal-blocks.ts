import { type Language, languages, type Text } from '@tereze/operation'
import type { DocumentWording } from './compose-document.ts'

interface Term {
  readonly workingDays?: number
  readonly calendarDays?: number
  readonly months?: number
}

/** What a document cites of a service's `regulation.json`. */
export interface Regulation {
  readonly clauses?: readonly { readonly id: string; readonly source?: string; readonly text?: string }[]
  readonly grounds?: Readonly<
    Record<
      string,
      readonly { readonly id: string; readonly clause?: string; readonly text?: string; readonly remedy?: string }[]
    >
  >
  readonly appeal?: { readonly to?: string; readonly within?: Term }
}

/** What a document tells of a jurisdiction's `appeals.json`. */
export interface Appeals {
  readonly within: Term
  readonly afterwards?: { readonly text?: string }
}

type WordingOf = (language: Language) => DocumentWording

const keyOf = (message: string) => message.replace(/^message:/, '')

function inEachOrNull(make: (language: Language) => string | null): Text | null {
  const [en, ru, kk] = languages.map(make)
  return en && ru && kk ? { en, ru, kk } : null
}

function idOf(item: unknown): string | null {
  if (typeof item === 'string') return item
  if (typeof item !== 'object' || item === null) return null
  const { id, ground, code } = item as Record<string, unknown>
  return [id, ground, code].find(value => typeof value === 'string') as string | null
}

/** `act:family-benefits/7.5` as `Law on Family Benefits, 7.5`. */
function writeSource(source: string | undefined, wording: DocumentWording): string | null {
  const match = /^act:([^/]+)\/(.+)$/.exec(source ?? '')
  const act = match === null ? null : wording.word(`act.${match[1]}`)
  return act === null ? null : wording.fill('document.source', { act, clause: match?.[2] ?? '' })
}

/** Grounds or clauses of a regulation with their text, where they stand, and the way out. Unknown ids are left out. */
export function writeGrounds(
  list: unknown,
  regulation: Regulation | null,
  wordingOf: WordingOf,
): { text: Text; note: Text | null }[] {
  const grounds = Object.values(regulation?.grounds ?? {}).flat()
  return (Array.isArray(list) ? list : [list]).flatMap(item => {
    const id = idOf(item)
    if (id === null) return []
    const ground = grounds.find(known => known.id === id)
    const clause = regulation?.clauses?.find(known => known.id === (ground?.clause ?? id))
    const key = ground?.text ?? clause?.text ?? `message:ground.${id}`
    const text = inEachOrNull(language => wordingOf(language).word(keyOf(key)))
    if (text === null) return []
    const remedy = ground?.remedy
    const note = inEachOrNull(language => {
      const wording = wordingOf(language)
      const parts = [
        writeSource(clause?.source, wording),
        remedy === undefined ? null : wording.word(keyOf(remedy)),
      ].filter(part => part !== null)
      return parts.length === 0 ? null : parts.map(part => (/[.!?]$/.test(part) ? part : `${part}.`)).join(' ')
    })
    return [{ text, note }]
  })
}

/** Until when and where to appeal; null when the law of the jurisdiction is not known. */
export function writeAppeal(regulation: Regulation | null, appeals: Appeals | null, wordingOf: WordingOf): Text | null {
  const within = regulation?.appeal?.within ?? appeals?.within
  const kind = (['calendarDays', 'workingDays', 'months'] as const).find(name => within?.[name] !== undefined)
  if (within === undefined || kind === undefined) return null
  const key = { calendarDays: 'calendar-days', workingDays: 'working-days', months: 'months' }[kind]
  const afterwards = appeals?.afterwards?.text
  return inEachOrNull(language => {
    const wording = wordingOf(language)
    const parts = [
      wording.fill(`document.appeal.${key}`, { n: within[kind] ?? 0 }),
      afterwards === undefined ? null : wording.word(keyOf(afterwards)),
    ]
    return parts.filter(part => part !== null).join(' ')
  })
}
