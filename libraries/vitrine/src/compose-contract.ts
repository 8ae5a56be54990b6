import { type Concept, conceptIdOf } from '@tereze/meta-model'
import { type Expressed, expressColumn, type Inexpressible, type Schema } from './express-column.ts'
import type { Column, Relation } from './relation.ts'
import type { Vitrine } from './vitrine.ts'

/** What keeps a view from being exposed. */
export interface VitrineFault {
  readonly code:
    | Inexpressible
    | 'column-unknown'
    | 'column-unreadable'
    | 'column-unlisted'
    | 'columns-missing'
    | 'key-missing'
    | 'key-filtered'
    | 'concept-missing'
    | 'concept-unknown'
    | 'name-repeated'
    | 'title-missing'
    | 'access-missing'
  /** JSON Pointer into the file. */
  readonly pointer: string
  readonly params: Readonly<Record<string, string>>
}

/** The files of a contract package, by path. */
export interface ContractPackage {
  readonly contract: Readonly<Record<string, unknown>>
  readonly messages: Readonly<Record<Language, Readonly<Record<string, string>>>>
}

type Language = 'en' | 'ru' | 'kk'
const languages: readonly Language[] = ['en', 'ru', 'kk']

interface Shown extends Expressed {
  readonly column: Column
  readonly as: string
  readonly concept: string
  readonly label: Readonly<Record<Language, string>>
}

/** What is needed of the meta-model. */
export interface Meanings {
  readonly concepts: ReadonlyMap<string, Concept>
  /** The name of a concept, for labels that nobody gave. */
  nameOf(concept: string, language: Language): string
}

const token = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')

function show(vitrine: Vitrine, name: string, relation: Relation, meanings: Meanings): Shown | VitrineFault {
  const given = vitrine.columns[name]
  const at = `/columns/${token(name)}`
  const fault = (code: VitrineFault['code'], params: VitrineFault['params'] = {}): VitrineFault => ({
    code,
    pointer: at,
    params: { column: name, ...params },
  })
  const column = relation.columns.find(one => one.name === name)
  if (column === undefined || given === undefined) return fault('column-unknown', { view: relation.name })
  if (!column.readable) return fault('column-unreadable')
  if (given.concept === null) return fault('concept-missing', { suggested: (given.suggested ?? []).join(', ') })
  const id = conceptIdOf(given.concept)
  const concept = meanings.concepts.get(id)
  if (concept === undefined) return fault('concept-unknown', { concept: id })
  const expressed = expressColumn(column, concept)
  if (typeof expressed === 'string') return fault(expressed, { type: column.type, concept: id, means: concept.type })
  const label = given.label ?? {
    en: meanings.nameOf(id, 'en'),
    ru: meanings.nameOf(id, 'ru'),
    kk: meanings.nameOf(id, 'kk'),
  }
  return { ...expressed, column, as: given.as, concept: id, label }
}

function faultsOf(vitrine: Vitrine, shown: readonly Shown[]): VitrineFault[] {
  const faults: VitrineFault[] = []
  const add = (code: VitrineFault['code'], pointer: string, params: VitrineFault['params'] = {}) =>
    faults.push({ code, pointer, params })
  const [provider = ''] = vitrine.id.split('.')
  for (const language of languages)
    if (vitrine.title[language].trim() === '') add('title-missing', `/title/${language}`, { language })
  if (vitrine.access.length === 0) add('access-missing', '/access', { provider })
  if (Object.keys(vitrine.columns).length === 0) add('columns-missing', '/columns')
  if (vitrine.key.length === 0) add('key-missing', '/key')
  for (const [place, names] of [
    ['key', vitrine.key],
    ['filters', vitrine.filters],
  ] as const)
    for (const [index, name] of names.entries()) {
      if (vitrine.columns[name] === undefined) add('column-unlisted', `/${place}/${index}`, { column: name })
      if (place === 'filters' && vitrine.key.includes(name)) add('key-filtered', `/filters/${index}`, { column: name })
    }
  const names = new Set<string>()
  for (const { as, column } of shown) {
    if (names.has(as)) add('name-repeated', `/columns/${token(column.name)}/as`, { name: as })
    names.add(as)
  }
  return faults
}

const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })

function object(properties: Readonly<Record<string, Schema>>, required: readonly string[]): Schema {
  return { type: 'object', additionalProperties: false, required, properties }
}

/** FEEL that makes an element of the answer of each row. */
function rowsOf(shown: readonly Shown[]): string {
  const entries = shown.map(({ as, column }) => `${as}: get value(r, ${JSON.stringify(column.name)})`)
  return `= for r in outside return { ${entries.join(', ')} }`
}

/**
 * Makes a contract package of a view: what is asked are its key and filters, what is answered are its rows, at most as many as the
 * file says. Nothing but the columns of the file leaves the database.
 */
export function composeContract(
  vitrine: Vitrine,
  relation: Relation,
  meanings: Meanings,
): ContractPackage | { readonly faults: readonly VitrineFault[] } {
  const columns = Object.keys(vitrine.columns).map(name => show(vitrine, name, relation, meanings))
  const shown = columns.filter((column): column is Shown => !('code' in column))
  const faults = [...faultsOf(vitrine, shown), ...columns.filter((column): column is VitrineFault => 'code' in column)]
  if (faults.length > 0) return { faults }
  const byName = new Map(shown.map(column => [column.column.name, column]))
  const named = (names: readonly string[]) =>
    names.map(name => byName.get(name)).filter((column): column is Shown => column !== undefined)
  const [keys, filters] = [named(vitrine.key), named(vitrine.filters)]
  const asked = (columns: readonly Shown[]) =>
    Object.fromEntries(columns.map(({ as, schema, concept }) => [as, { ...schema, concept: `concept:${concept}` }]))
  const told = shown.map(({ as, schema, concept, column }): [string, Schema] => {
    const promised = column.required || vitrine.key.includes(column.name) ? schema : orNull(schema)
    return [as, { ...promised, concept: `concept:${concept}` }]
  })
  const where = (columns: readonly Shown[]) =>
    Object.fromEntries(columns.map(({ as, column }) => [column.name, `= request.${as}`]))
  const texts = shown.filter(({ asText }) => asText).map(({ column }) => column.name)
  const people = keys.filter(({ concept }) => meanings.concepts.get(concept)?.prefix === 'person')
  const [provider] = vitrine.id.split('.')
  return {
    contract: {
      format: 1,
      id: vitrine.id,
      version: vitrine.version,
      provider,
      kind: 'query',
      title: 'message:title',
      subjects: people.map(({ as }) => `request.${as}`),
      request: object(
        { ...asked(keys), ...asked(filters) },
        keys.map(({ as }) => as),
      ),
      response: object(
        {
          found: {
            type: 'array',
            maxItems: vitrine.limit,
            items: object(
              Object.fromEntries(told),
              shown.map(({ as }) => as),
            ),
          },
        },
        ['found'],
      ),
      access: vitrine.access,
      term: vitrine.term,
      serves: {
        from: {
          kind: 'view',
          system: vitrine.system,
          view: vitrine.view,
          columns: shown.map(({ column }) => column.name),
          ...(texts.length === 0 ? {} : { texts }),
          where: where(keys),
          ...(filters.length === 0 ? {} : { filters: where(filters) }),
          limit: vitrine.limit,
        },
        answer: { found: rowsOf(shown) },
      },
    },
    messages: {
      en: wordsIn('en', vitrine, shown),
      ru: wordsIn('ru', vitrine, shown),
      kk: wordsIn('kk', vitrine, shown),
    },
  }
}

function wordsIn(language: Language, vitrine: Vitrine, shown: readonly Shown[]): Record<string, string> {
  return {
    title: vitrine.title[language],
    ...Object.fromEntries(shown.map(({ as, label }) => [`field.${as}`, label[language]])),
  }
}
