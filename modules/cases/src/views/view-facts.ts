import { findOrganisation, type Packages } from '@tereze/catalogue/contract'
import type { Fact } from '../contract/case.ts'
import type { Service } from '../definition/service.ts'
import type { FactValue } from '../engine/facts.ts'
import { readAt } from '../rules/pointer.ts'
import type { CaseRow } from '../store/cases.ts'
import { findText, sameText, wordPackages } from './words.ts'

const dateKeys = new Set(['born', 'from', 'until', 'since', 'wantedFrom', 'registeredOn'])

/** How a value is shown, by its shape. */
function kindOf(key: string, value: unknown): string {
  if (typeof value === 'object' && value !== null) {
    if ('amount' in value && 'currency' in value) return 'money'
    if ('family' in value && 'given' in value) return 'name'
  }
  if (typeof value === 'string') {
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
  'source',
  'employer',
  'case',
  'notificationId',
  'ward',
  'parents',
])

function leaves(pointer: string, value: unknown, depth: number): { pointer: string; key: string; value: unknown }[] {
  const key = pointer.split('/').at(-1) ?? ''
  if (value === null || value === undefined || unsaid.has(key)) return []
  const kind = kindOf(key, value)
  if (typeof value !== 'object' || kind === 'money' || kind === 'name') return [{ pointer, key, value }]
  if (depth === 0) return []
  if (Array.isArray(value))
    return value.slice(0, 10).flatMap((item, index) => leaves(`${pointer}/${index}`, item, depth - 1))
  return Object.entries(value).flatMap(([name, inner]) => leaves(`${pointer}/${name}`, inner, depth - 1))
}

/** The facts of a case with their sources: what was fetched first, then what the person said. */
export function viewFacts(packages: Packages, service: Service, row: CaseRow): Fact[] {
  const words = wordPackages(packages, service)
  const facts = (row.data.facts ?? {}) as Record<string, FactValue>
  const label = (pointer: string) => {
    const dotted = pointer
      .split('/')
      .slice(1)
      .filter(part => !/^\d+$/.test(part))
    for (let from = 0; from < dotted.length; from++) {
      const found = findText(words, `field.${dotted.slice(from).join('.')}`) ?? null
      if (found !== null) return found
    }
    return sameText(dotted.at(-1) ?? pointer)
  }
  const seen = new Set<string>()
  const fetched = service.sources.flatMap(source => {
    const fact = facts[source.id]
    if (source.into === undefined || fact === undefined || fact.state === 'missing') return []
    seen.add(source.into.split('/')[1] ?? '')
    const organisation = findOrganisation(packages, fact.source)
    return leaves(source.into, readAt(row.data, source.into), 3).map(({ pointer, key, value }) => ({
      pointer,
      label: label(pointer),
      value,
      as: kindOf(key, value),
      source:
        organisation === null
          ? null
          : { organisation: organisation.id, name: organisation.name, at: fact.at, message: fact.messageId },
      conflict: fact.conflict,
    }))
  })
  const properties = Object.keys((service.schema.properties ?? {}) as object)
  const said = properties
    .filter(name => !seen.has(name))
    .flatMap(name => leaves(`/${name}`, row.data[name], 3))
    .map(({ pointer, key, value }) => ({
      pointer,
      label: label(pointer),
      value,
      as: kindOf(key, value),
      source: null,
      conflict: false,
    }))
  return [...fetched, ...said]
}
