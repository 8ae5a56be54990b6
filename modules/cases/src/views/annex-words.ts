import type { Package, Packages } from '@tereze/catalogue/contract'
import type { AnnexWords } from '@tereze/dmn'
import { type Language, languages, type Text } from '@tereze/operation'
import { writeDate, writeInstant, writeMoney, writeName } from '@tereze/wording'
import type { Service } from '../definition/service.ts'
import { sourcePackages } from './source-packages.ts'
import { findText, mapText, ownText, wordPackages } from './words.ts'

/** A label of a decision table as a message key: letters and digits of English, hyphens between. */
export function slugOf(label: string): string {
  return label
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

interface Parameters {
  readonly parameters?: readonly { readonly name: string; readonly title: string }[]
}

function parameterTitle(jurisdiction: Package | null, name: string): Text | null {
  const file = jurisdiction?.json.get('parameters.json') as Parameters | undefined
  const title = file?.parameters?.find(parameter => parameter.name === name)?.title
  return jurisdiction === null || title === undefined ? null : findText([jurisdiction], title.replace(/^message:/, ''))
}

/** Where the words of a piece of data are looked for: the service, then the registers and contract that it came from. */
function packagesOf(packages: Packages, service: Service, root: string): Package[] {
  const source = service.sources.find(({ into }) => into !== undefined && into.split('/')[1] === root)
  return source === undefined ? [] : sourcePackages(packages, source)
}

/** What a path into data is called: each part that has words in them, numbers from one. */
function dataWords(packs: readonly Package[], path: readonly string[], language: Language): string {
  const names = path.filter(part => !/^\d+$/.test(part))
  let at = 0
  const said = path.map(part => {
    if (/^\d+$/.test(part)) return String(Number(part) + 1)
    at++
    const keys = [`field.${names.slice(0, at).join('.')}`, `field.${names.slice(1, at).join('.')}`, `field.${part}`]
    const found = keys.map(key => findText(packs, key)).find(text => text !== null)
    return (found ?? findText(packs, `source.${part}`))?.[language] ?? part
  })
  return said.join(' · ')
}

const idPattern = /^[a-z]+_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const notForReaders = new Set(['id', 'version', 'as', 'parents'])

function valueWords(packs: readonly Package[], value: unknown, language: Language, zone: string): string | undefined {
  if (typeof value === 'string') {
    const said = findText(packs, `value.${value}`) ?? findText(packs, `ground.${value}`)
    if (said !== null) return said[language]
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return writeDate(value, language)
    return /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(value)
      ? writeInstant(value, language, zone)
      : undefined
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const entries = value as Record<string, unknown>
  if (typeof entries.amount === 'string' && typeof entries.currency === 'string')
    return writeMoney({ amount: entries.amount, currency: entries.currency }, language)
  if (typeof entries.family === 'string' && typeof entries.given === 'string')
    return writeName({ family: entries.family, given: entries.given }, language)
  return undefined
}

/** A value in words of all languages: `value.…` messages, a date, money, a name; null where it has none. */
export function valueText(packs: readonly Package[], value: unknown, zone: string): Text | null {
  const said = languages.map(language => valueWords(packs, value, language, zone))
  return said.some(words => words === undefined) ? null : mapText(language => said[languages.indexOf(language)] ?? '')
}

/** Whether a value is only an id, which tells a reader nothing. */
export function isId(value: unknown): boolean {
  return typeof value === 'string' && idPattern.test(value)
}

/** The words of a service, its process, its jurisdiction and the registers its facts come from, for an annex in a language. */
export function annexWords(packages: Packages, service: Service, zone: string, language: Language): AnnexWords {
  const own = wordPackages(packages, service)
  const every = [...own, ...service.sources.flatMap(source => sourcePackages(packages, source))]
  const jurisdiction = packages.find('jurisdiction', service.jurisdiction)
  return {
    decision: name => findText(own, `decision.${name}`)?.[language],
    output: name => (findText(own, `output.${name}`) ?? findText(every, `field.${name}`))?.[language],
    column: label => findText(own, `input.${slugOf(label)}`)?.[language],
    data(path) {
      const [root = '', name = '', ...rest] = path
      const title = root === 'parameters' ? parameterTitle(jurisdiction, name) : null
      if (title === null) return dataWords([...own, ...packagesOf(packages, service, root)], path, language)
      return [ownText('annex.parameter')[language], title[language], ...rest].join(' · ')
    },
    value: value => valueWords(own, value, language, zone),
    unsaid: (name, value) => notForReaders.has(name) || isId(value),
  }
}
