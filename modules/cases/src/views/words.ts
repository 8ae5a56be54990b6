import { type Package, type Packages, textOf } from '@tereze/catalogue/contract'
import { createMessages, type Messages } from '@tereze/messages'
import type { Language, Text } from '@tereze/operation'
import { languages } from '@tereze/operation'
import { writeDate } from '@tereze/wording'
import en from '../../messages/en.json' with { type: 'json' }
import kk from '../../messages/kk.json' with { type: 'json' }
import ru from '../../messages/ru.json' with { type: 'json' }
import { type Service, standardInformation, standardReturn } from '../definition/service.ts'

const own: Messages = createMessages([{ en, ru, kk }])

const localDate = /^\d{4}-\d{2}-\d{2}$/

/** What a placeholder of a message stands for: a value, or words in three languages. */
export type Placed = string | number | Text

/** Words of this module's own messages in three languages; a local date among the parameters is written out in each. */
export function ownText(key: string, params: Record<string, Placed> = {}): Text {
  const written = (value: Placed, language: Language) => {
    if (typeof value === 'object') return value[language]
    return typeof value === 'string' && localDate.test(value) ? writeDate(value, language) : value
  }
  const text = (language: Language) =>
    own.text(
      key,
      language,
      Object.fromEntries(Object.entries(params).map(([name, value]) => [name, written(value, language)])),
    )
  return { en: text('en'), ru: text('ru'), kk: text('kk') }
}

/** Words of this module's own messages in three languages; null where it has none under the key. */
export function findOwnText(key: string): Text | null {
  return own.has(key) ? ownText(key) : null
}

/** Words of this module's own messages with placeholders that have words of their own in each language. */
export function ownTextOf(key: string, params: Record<string, Text>): Text {
  return mapText(language =>
    own.text(key, language, Object.fromEntries(Object.entries(params).map(([name, text]) => [name, text[language]]))),
  )
}

/** Words of this module's own messages, or others where it has none under the key. */
export function ownTextOr(key: string, otherwise: Text): Text {
  return own.has(key) ? ownText(key) : otherwise
}

/** A line of the timeline as an official reads it: the person is the applicant, not you. */
export function officialText(key: string, params: Record<string, Placed>): Text {
  return ownText(own.has(`official.${key}`) ? `official.${key}` : key, params)
}

/** The first of several packages that has a message, in three languages; null when none has. */
export function findText(packs: readonly Package[], key: string): Text | null {
  const pack = packs.find(candidate => candidate.messages.has(key))
  return pack === undefined ? null : textOf(pack, key)
}

const remembered = new WeakMap<readonly Package[], Map<Service, readonly Package[]>>()

/** Where a service's words are looked for: itself, its processes, its jurisdiction; found once as long as nothing more is published. */
export function wordPackages(packages: Packages, service: Service): readonly Package[] {
  const published = packages.list('process')
  let known = remembered.get(published)
  if (known === undefined) {
    known = new Map()
    remembered.set(published, known)
  }
  let found = known.get(service)
  if (found === undefined) {
    found = findWordPackages(packages, service)
    known.set(service, found)
  }
  return found
}

function findWordPackages(packages: Packages, service: Service): Package[] {
  const processes = [
    service.process,
    service.appeal,
    service.correction,
    service.suspension,
    standardInformation,
    standardReturn,
  ]
    .filter(reference => reference !== 'own')
    .map(reference => packages.find('process', reference.split('@')[0] ?? '', reference.split('@')[1]))
  return [service.pack, ...processes, packages.find('jurisdiction', service.jurisdiction)].filter(pack => pack !== null)
}

/** The same text in all languages. */
export function sameText(text: string): Text {
  return { en: text, ru: text, kk: text }
}

/** A text with a placeholder's value in each language. */
export function mapText(of: (language: Language) => string): Text {
  const [english, russian, kazakh] = languages.map(of)
  return { en: english ?? '', ru: russian ?? '', kk: kazakh ?? '' }
}
