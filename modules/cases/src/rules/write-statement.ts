import type { FieldState, ItemState, Json, PageState } from '@tereze/forms'
import type { Language } from '@tereze/operation'
import { type ValueKind, type Wording, writeValue } from '@tereze/wording'

/** What a statement says: headings and lines in one language, and what the machine takes. */
export interface StatementParts {
  readonly language: Language
  readonly zone: string
  readonly title: string
  /** Lines under the title: to whom, from whom, about which case. */
  readonly head: readonly (readonly [label: string, value: string])[]
  readonly pages: readonly PageState[]
  /** Words of a key of the service’s packages in the language; null where there are none. */
  readonly word: (key: string) => string | null
  readonly yes: string
  readonly no: string
  /** Above what the machine takes. */
  readonly machine: string
  /** The answers in the one form that JSON has (RFC 8785). */
  readonly answers: string
}

const kinds: Readonly<Partial<Record<FieldState['as'], ValueKind>>> = {
  money: 'money',
  date: 'date',
  number: 'number',
  'person-name': 'name',
  address: 'address',
  code: 'address',
}

const dotted = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .filter(step => !/^\d+$/.test(step))
    .join('.')

function isContext(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Something that was chosen: by the name of what it stands for, the words of its answer, or as it is. */
function chosen(field: FieldState, value: Json, parts: StatementParts, wording: Wording): string {
  const id = String(isContext(value) ? value.id : value)
  const about = field.options?.find(option => option.id === id)?.about
  if (isContext(about)) {
    const named = [about.name, about.text, about.masked, about].map(one => writeValue(one, 'text', wording))
    const words = named.find(one => one !== '—')
    if (words !== undefined) return words
  }
  const key = `answer.${dotted(field.pointer)}.`
  return parts.word(key + id) ?? parts.word(key + id.toLowerCase()) ?? id
}

function writtenOf(field: FieldState, parts: StatementParts, wording: Wording): string {
  const { as, value } = field
  if (value === null) return writeValue(null, 'text', wording)
  if (as === 'yes-no') return value === true ? parts.yes : parts.no
  if (as === 'choices') return (value as readonly Json[]).map(one => chosen(field, one, parts, wording)).join(', ')
  if (as === 'choice' || as === 'person-choice' || as === 'bank-account') return chosen(field, value, parts, wording)
  return writeValue(value, kinds[as] ?? 'text', wording)
}

/** A label before its value: what asks keeps its question mark. */
const asked = (label: string) => (/[?:.!]$/.test(label) ? label : `${label}:`)

function linesOf(item: ItemState, parts: StatementParts, wording: Wording): string[] {
  if (!item.visible) return []
  if (item.kind === 'group') return item.items.flatMap(inner => linesOf(inner, parts, wording))
  const label = parts.word(`field.${dotted(item.pointer)}`) ?? dotted(item.pointer)
  if (item.kind === 'repeat')
    return item.elements.flatMap(({ items }, place) => [
      `${label} ${place + 1}`,
      ...items.flatMap(inner => linesOf(inner, parts, wording)),
    ])
  return [`${asked(label)} ${writtenOf(item, parts, wording)}`]
}

/**
 * What a person signs when they send a form, in words and as the machine takes it. The same answers in the same case give the same
 * characters: whoever uses the signature writes it anew and compares.
 */
export function writeStatement(parts: StatementParts): string {
  const wording: Wording = {
    language: parts.language,
    zone: parts.zone,
    word: parts.word,
    record: () => null,
    organisation: () => null,
  }
  const pages = parts.pages
    .filter(page => page.visible)
    .flatMap(({ id, items }) => {
      const lines = items.flatMap(item => linesOf(item, parts, wording))
      return lines.length === 0
        ? []
        : [['', parts.word(`page.${id}`) ?? '', ...lines].filter((one, at) => at === 0 || one !== '')]
    })
  return [
    parts.title,
    '',
    ...parts.head.map(([label, value]) => `${label}: ${value}`),
    ...pages.flat(),
    '',
    parts.machine,
    parts.answers,
    '',
  ].join('\n')
}
