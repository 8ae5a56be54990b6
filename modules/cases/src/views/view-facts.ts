import { isDeepStrictEqual } from 'node:util'
import { findOrganisation, type Package, type Packages } from '@tereze/catalogue/contract'
import type { Language, Text } from '@tereze/operation'
import type { Fact } from '../contract/case.ts'
import type { Service } from '../definition/service.ts'
import type { FactValue } from '../engine/facts.ts'
import { isStale } from '../rules/is-stale.ts'
import { readAt } from '../rules/pointer.ts'
import type { CaseRow } from '../store/cases.ts'
import { sourcePackages } from './source-packages.ts'
import { findText, ownText, wordPackages } from './words.ts'

const dateKeys = new Set(['born', 'from', 'until', 'since', 'wantedFrom', 'registeredOn'])

/** How a value is shown, by its shape. */
function kindOf(key: string, value: unknown): string {
  if (typeof value === 'object' && value !== null) {
    if ('amount' in value && 'currency' in value) return 'money'
    if ('family' in value && 'given' in value) return 'name'
    if ('en' in value && 'ru' in value && 'kk' in value) return 'words'
  }
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(value)) return 'instant'
    if (dateKeys.has(key) || /^\d{4}-\d{2}-\d{2}$/.test(value)) return 'date'
    if (/^person_/.test(value)) return 'person'
    if (/^account_/.test(value)) return 'account'
    if (/^address_/.test(value)) return 'address'
  }
  return typeof value === 'boolean' ? 'yes-no' : 'text'
}

/** Members that tell a person nothing. */
const unsaid = new Set([
  'id',
  'version',
  'status',
  'year',
  'language',
  'employer',
  'case',
  'notificationId',
  'ward',
  'parents',
  'as',
])

interface Leaf {
  readonly pointer: string
  readonly key: string
  readonly value: unknown
}

function leaves(pointer: string, value: unknown, depth: number): Leaf[] {
  const key = pointer.split('/').at(-1) ?? ''
  if (value === null || value === undefined || unsaid.has(key)) return []
  const kind = kindOf(key, value)
  if (typeof value !== 'object' || kind !== 'text') return [{ pointer, key, value }]
  if (depth === 0) return []
  if (Array.isArray(value))
    return value.slice(0, 10).flatMap((item, index) => leaves(`${pointer}/${index}`, item, depth - 1))
  return Object.entries(value).flatMap(([name, inner]) => leaves(`${pointer}/${name}`, inner, depth - 1))
}

const namesIn = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .filter(part => !/^\d+$/.test(part))

function joined(texts: readonly Text[]): Text {
  const one = (language: Language) => [...new Set(texts.map(text => text[language]))].join(' · ')
  return { en: one('en'), ru: one('ru'), kk: one('kk') }
}

/** Words of a member inside what a source gave: of each step of the way that has words; null when its end has none. */
function memberLabel(words: readonly Package[], root: Text | null, inside: string): Text | null {
  const names = namesIn(inside)
  const texts = names.map(
    (name, at) => findText(words, `field.${names.slice(0, at + 1).join('.')}`) ?? findText(words, `field.${name}`),
  )
  if (names.length > 0 && texts.at(-1) === null) return null
  const said = texts.filter(text => text !== null)
  if (said.length === 0) return root
  return joined(said.length === 1 && root !== null ? [root, ...said] : said)
}

/** A code in words: the answer of a choice or the name of an organisation; otherwise the value itself and its kind. */
function shown(
  packages: Packages,
  words: readonly Package[],
  { pointer, key, value }: Leaf,
): { value: unknown; as: string } {
  const said = { value, as: kindOf(key, value) }
  if (typeof value !== 'string') return said
  const names = namesIn(pointer)
  for (let from = 0; from < names.length; from++) {
    const answer = findText(words, `answer.${names.slice(from).join('.')}.${value.toLowerCase()}`)
    if (answer !== null) return { value: answer, as: 'words' }
  }
  const organisation = /^[a-z][a-z0-9-]*$/.test(value) ? findOrganisation(packages, value) : null
  return organisation === null ? said : { value: organisation.name, as: 'words' }
}

/** What a source said before it was asked again and does not say any more. */
function goneOf(earlier: readonly Leaf[], said: readonly Leaf[]): Leaf[] {
  const there = new Set(said.map(({ pointer }) => pointer))
  return earlier.filter(({ pointer }) => !there.has(pointer)).map(leaf => ({ ...leaf, value: ownText('fact.gone') }))
}

/** What was said of a fact before its source was asked again; nothing where that was the same. */
function changed(
  { pointer, value }: Leaf,
  earlier: readonly Leaf[],
  { before }: FactValue,
  show: (leaf: Leaf) => { value: unknown; as: string },
): Pick<Fact, 'before'> {
  if (before === undefined) return {}
  const then = earlier.find(leaf => leaf.pointer === pointer)
  if (then === undefined) return { before: { value: null, as: 'text', at: before.at } }
  return isDeepStrictEqual(then.value, value) ? {} : { before: { ...show(then), at: before.at } }
}

/** A fact that its source did not give, with why; nothing of one that has no words, or that fell out before faults were kept. */
function silent(packages: Packages, label: Text | null, pointer: string, { source, at, fault }: FactValue): Fact[] {
  if (label === null || fault === undefined) return []
  const organisation = findOrganisation(packages, source)
  const known = { organisation: organisation?.id ?? '', name: organisation?.name ?? ownText('source.unknown') }
  const value = ownText(`fact.fault.${fault}`)
  return [{ pointer, label, value, as: 'words', source: { ...known, at, message: null }, conflict: false, fault }]
}

/** The facts of a case with their sources: what was fetched first, then what the person said. What has no words is not shown. */
export function viewFacts(packages: Packages, service: Service, row: CaseRow, now: Date): Fact[] {
  const words = wordPackages(packages, service)
  const facts = (row.data.facts ?? {}) as Record<string, FactValue>
  const own = (pointer: string) => findText(words, `field.${namesIn(pointer).join('.')}`)
  const seen = new Set<string>()
  const fetched = service.sources.flatMap(source => {
    const fact = facts[source.id]
    const { into } = source
    if (into === undefined || fact === undefined) return []
    if (fact.state === 'missing') return silent(packages, own(into), into, fact)
    seen.add(into.split('/')[1] ?? '')
    const organisation = findOrganisation(packages, fact.source)
    const inside = sourcePackages(packages, source)
    const said = leaves(into, readAt(row.data, into), 3)
    const earlier = fact.before === undefined ? [] : leaves(into, fact.before.value, 3)
    return [...said, ...goneOf(earlier, said)].flatMap(leaf => {
      const { pointer } = leaf
      const label = own(pointer) ?? memberLabel(inside, own(into), pointer.slice(into.length))
      if (label === null) return []
      const known = { organisation: organisation?.id ?? '', name: organisation?.name ?? ownText('source.unknown') }
      return [
        {
          pointer,
          label,
          ...shown(packages, [...words, ...inside], leaf),
          source: { ...known, at: fact.at, message: fact.messageId },
          conflict: fact.conflict,
          ...(row.decidedAt === null && row.endedAt === null && isStale(source, fact, now) ? { stale: true } : {}),
          ...(fact.fault === undefined ? {} : { fault: fact.fault }),
          ...changed(leaf, earlier, fact, one => shown(packages, [...words, ...inside], one)),
        },
      ]
    })
  })
  const said = Object.keys((service.schema.properties ?? {}) as object)
    .filter(name => !seen.has(name))
    .flatMap(name => leaves(`/${name}`, row.data[name], 3))
    .flatMap(leaf => {
      const { pointer } = leaf
      const label = own(pointer)
      return label === null ? [] : [{ pointer, label, ...shown(packages, words, leaf), source: null, conflict: false }]
    })
  return [...fetched, ...said]
}
