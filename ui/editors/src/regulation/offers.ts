import { type AroundRegulations, isObject, type Part, readAt } from '@tereze/regulation'
import type { Language } from '@tereze/ui-components'

/** Something that may be chosen at a place: the value and what it is called. */
export interface Offer {
  readonly value: string
  readonly text: string
}

type Data = Readonly<Record<string, unknown>>

function listOf(regulation: unknown, name: string): readonly Data[] {
  const list = readAt(regulation, `/${name}`)
  return Array.isArray(list) ? list.filter(isObject) : []
}

function wordsOf(value: unknown, language: Language): string {
  return isObject(value) && typeof value[language] === 'string' ? value[language] : ''
}

function named(value: string, name: string): Offer {
  return { value, text: name === '' || name === value ? value : `${name} (${value})` }
}

function byText(offers: readonly Offer[], language: Language): readonly Offer[] {
  return offers.toSorted((a, b) => a.text.localeCompare(b.text, language))
}

function schemaMembers(schema: unknown): string[] {
  return isObject(schema) && isObject(schema.properties) ? Object.keys(schema.properties) : []
}

/** What the keys of a need's request, of its search in a register, or of a record's fields may be; null where anything may stand. */
export function keysOffered(
  owner: unknown,
  member: string,
  regulation: unknown,
  around: AroundRegulations | null,
): readonly string[] | null {
  const of = isObject(owner) ? owner : {}
  const surroundings = around?.surroundings
  const register = surroundings?.registers.find(({ id }) => id === of.register)
  if (member === 'input') return schemaMembers(surroundings?.contracts.find(({ ref }) => ref === of.contract)?.request)
  if (member === 'where') return ['id', ...(register?.columns.map(({ name }) => name) ?? [])]
  if (member === 'data') return schemaMembers(register?.schema)
  if (member !== 'given') return null
  return [
    ...listOf(regulation, 'needs').map(({ id }) => String(id)),
    ...listOf(regulation, 'questionnaire').map(({ name }) => String(name)),
  ]
}

/**
 * What may be chosen at a place: clauses of the regulation by number and words, bodies, acts, contracts that the body may ask, its own
 * registers. Null where the place is no choice among things that are there.
 */
export function offersFor(
  part: Part,
  owner: string,
  member: string,
  regulation: unknown,
  around: AroundRegulations | null,
  language: Language,
): readonly Offer[] | null {
  const surroundings = around?.surroundings
  const jurisdiction = String(readAt(regulation, '/jurisdiction') ?? '')
  const body = String(readAt(regulation, '/body') ?? '').replace(/^org:/, '')
  const name = (key: string) => around?.names[key]?.[language] ?? ''
  const plain = (ids: readonly string[] | undefined) =>
    byText(
      (ids ?? []).map(id => named(id, '')),
      language,
    )
  if (part.kind === 'clause')
    return owner === 'clauses'
      ? null
      : listOf(regulation, 'clauses').map(({ id, text }) => ({
          value: String(id),
          text: `${String(id)} · ${wordsOf(text, language)}`.slice(0, 90),
        }))
  if (part.kind === 'organisation')
    return byText(
      (surroundings?.bodies ?? []).map(({ id }) => named(`org:${id}`, name(`org:${id}`))),
      language,
    )
  if (part.kind === 'act')
    return byText(
      (surroundings?.acts ?? [])
        .filter(act => act.startsWith(`${jurisdiction}/`))
        .map(act => `act:${act.slice(jurisdiction.length + 1)}`)
        .map(act => named(act, name(`${jurisdiction}/${act}`))),
      language,
    )
  if (part.kind === 'concept') return plain(surroundings?.concepts.map(id => `concept:${id}`))
  if (part.kind === 'contract') {
    const may = (surroundings?.contracts ?? []).filter(
      one => one.kind === 'query' && one.consumers.some(consumer => consumer.body === body),
    )
    return plain(may.map(({ ref }) => ref))
  }
  if (part.kind === 'base') return plain(around?.templates.map(({ id, version }) => `${id}@${version}`))
  if (member === 'jurisdiction') return plain(surroundings?.jurisdictions.map(({ id }) => id))
  if (member === 'situations') return plain(surroundings?.situations)
  if (member === 'register')
    return plain(surroundings?.registers.filter(({ owner: of }) => of === body).map(({ id }) => id))
  if (member === 'variants' && owner !== '')
    return listOf(regulation, 'variants').map(one => named(String(one.id), wordsOf(one.name, language)))
  if (member === 'of')
    return listOf(regulation, 'needs')
      .filter(({ from }) => from !== 'applicant')
      .map(one => named(String(one.id), wordsOf(one.name, language)))
  return null
}
