import type { Language, PersonName } from '@tereze/operation'
import { writeDate, writeInstant } from './date.ts'
import { writeName } from './name.ts'
import { writeMoney, writeNumber } from './number.ts'

/** How a value is written. `text` is what has no kind of its own. */
export type ValueKind =
  | 'text'
  | 'name'
  | 'money'
  | 'date'
  | 'instant'
  | 'number'
  | 'person'
  | 'address'
  | 'account'
  | 'message'
  | 'grounds'
  | 'organisation'
  | 'region'

/** What writing needs besides the value. */
export interface Wording {
  readonly language: Language
  /** IANA zone of the organisation that writes. */
  readonly zone: string
  /** Words of a message key in this language, null when there are none. */
  word(key: string): string | null
  /** Content of a record that was looked up (see `referencesIn`), null when it is not known. */
  record(id: string): Readonly<Record<string, unknown>> | null
  organisation(id: string): string | null
}

/** What stands where nothing can be written. */
export const nothing = '—'

type Context = Readonly<Record<string, unknown>>

function isContext(value: unknown): value is Context {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isName(value: unknown): value is PersonName {
  return isContext(value) && typeof value.family === 'string' && typeof value.given === 'string'
}

function isMoney(value: unknown): value is { amount: string; currency: string } {
  return isContext(value) && typeof value.amount === 'string' && typeof value.currency === 'string'
}

function inLanguage(value: Context, language: Language): string | null {
  const text = value[language] ?? value.en
  return typeof text === 'string' ? text : null
}

const keyOf = (text: string) => text.replace(/^message:/, '')

/** Kind of register that holds records with ids of this form. */
const registers: Readonly<Record<string, string>> = {
  person: 'people',
  address: 'addresses',
  account: 'bank-accounts',
}

/** Records that writing a value needs: register and id. */
export function referencesIn(value: unknown, as: ValueKind): { register: string; id: string }[] {
  if (Array.isArray(value)) return value.flatMap(item => referencesIn(item, as))
  const register = registers[as]
  return register !== undefined && typeof value === 'string' && value.startsWith(`${as}_`)
    ? [{ register, id: value }]
    : []
}

function writePlain(value: unknown, wording: Wording): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value
  if (typeof value === 'number') return writeNumber(value, wording.language)
  if (typeof value === 'boolean') return wording.word(value ? 'yes' : 'no')
  if (isMoney(value)) return writeMoney(value, wording.language)
  if (isName(value)) return writeName(value, wording.language)
  return isContext(value) ? inLanguage(value, wording.language) : null
}

/** A record by id or the content itself. */
function contentOf(value: unknown, wording: Wording): Context | null {
  if (typeof value === 'string') return wording.record(value)
  return isContext(value) ? value : null
}

function writeGround(value: unknown, wording: Wording): string | null {
  const id = isContext(value) ? (value.ground ?? value.id ?? value.code) : value
  if (typeof id !== 'string') return writePlain(value, wording)
  return wording.word(`ground.${id}`) ?? wording.word(`refusal.${id}`) ?? wording.word(keyOf(id))
}

const writers: Readonly<Record<ValueKind, (value: unknown, wording: Wording) => string | null>> = {
  text: writePlain,
  number: (value, { language }) =>
    typeof value === 'number' || typeof value === 'string' ? writeNumber(value, language) : null,
  date: (value, { language }) => (typeof value === 'string' ? writeDate(value, language) : null),
  instant: (value, { language, zone }) => (typeof value === 'string' ? writeInstant(value, language, zone) : null),
  money: (value, { language }) => (isMoney(value) ? writeMoney(value, language) : null),
  name: (value, wording) => (isName(value) ? writeName(value, wording.language) : writePlain(value, wording)),
  person(value, wording) {
    const content = contentOf(value, wording)
    if (content === null) return null
    if (isName(content)) return writeName(content, wording.language)
    return isName(content.name) ? writeName(content.name, wording.language) : null
  },
  address(value, wording) {
    const content = contentOf(value, wording)
    if (content === null) return null
    const text = content.text ?? content
    return isContext(text) ? inLanguage(text, wording.language) : writePlain(text, wording)
  },
  account(value, wording) {
    const masked = contentOf(value, wording)?.masked ?? value
    return typeof masked === 'string' && !masked.startsWith('account_') ? masked : null
  },
  message: (value, wording) =>
    typeof value === 'string' ? (wording.word(keyOf(value)) ?? value) : writePlain(value, wording),
  grounds: writeGround,
  organisation: (value, wording) =>
    typeof value === 'string' ? wording.organisation(value.replace(/^org:/, '')) : writePlain(value, wording),
  region: (value, wording) =>
    typeof value === 'string' ? (wording.word(`region.${value}`) ?? value) : writePlain(value, wording),
}

/** A value in words; several are separated by commas, grounds by semicolons. What cannot be written is an em dash. */
export function writeValue(value: unknown, as: ValueKind, wording: Wording): string {
  if (!Array.isArray(value)) return writers[as](value, wording) ?? nothing
  const written = value.map(item => writers[as](item, wording)).filter(text => text !== null)
  return written.length === 0 ? nothing : written.join(as === 'grounds' ? '; ' : ', ')
}
