import { type Language, languages, type PersonName } from '@tereze/operation'
import type { KnownVisitor } from '../ports/visitors/port.ts'

const textOrNull = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)

/** A record of the register of people as a visitor; null for who has died: nobody comes in their name. */
export function visitorOfRecord(person: string, data: Readonly<Record<string, unknown>>): KnownVisitor | null {
  if (data.died !== undefined) return null
  const { family, given, patronymic } = data.name as PersonName
  const language: Language = languages.find(one => one === data.language) ?? 'en'
  return {
    person,
    name: [family, given, patronymic].filter(part => part !== undefined).join(' '),
    born: String(data.born),
    number: textOrNull(data.identifier),
    phone: textOrNull(data.phone),
    language,
  }
}

/** Where in what the desk told a field of the record stands (JSON Pointer). */
export function pointerAtDesk(pointer: string): string {
  return pointer.replace(/^\/data(?=\/|$)/, '/visitor').replace(/^\/visitor\/documents\/0(?=\/|$)/, '/visitor/document')
}
