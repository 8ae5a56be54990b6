import type { KnownContract, KnownParameter, KnownRegister, Schema, Surroundings } from '../surroundings.ts'
import type { ContentSource } from './source.ts'

type Data = Readonly<Record<string, unknown>>

function listOf<Item = Data>(data: Data, name: string): readonly Item[] {
  const list = data[name]
  return Array.isArray(list) ? (list as readonly Item[]) : []
}

function bodiesIn(source: ContentSource): Surroundings['bodies'] {
  return source.paths
    .filter(path => /^[^/]+\.json$/.test(path))
    .map(path => source.json(path))
    .map(card => ({
      id: String(card.id),
      jurisdiction: String(card.jurisdiction),
      zone: String(card.zone ?? 'UTC'),
      departments: listOf<{ id: string; region?: string }>(card, 'departments'),
    }))
}

function contractOf(source: ContentSource): KnownContract {
  const card = source.json('contract.json')
  return {
    ref: `${source.id}@${source.version.split('.')[0]}`,
    kind: String(card.kind),
    request: (card.request ?? {}) as Schema,
    response: (card.response ?? {}) as Schema,
    consumers: listOf<{ consumer: string; purpose: string }>(card, 'access').map(({ consumer, purpose }) => ({
      body: consumer,
      purpose,
    })),
  }
}

function registerOf(source: ContentSource): KnownRegister {
  const card = source.json('register.json')
  const access = listOf<{ who: string; may: readonly string[] }>(card, 'access')
  const services = (may: string) =>
    access
      .filter(one => one.who.startsWith('service:') && one.may.includes(may))
      .map(one => one.who.slice('service:'.length))
  return {
    id: source.id,
    owner: String(card.owner),
    schema: source.json('data.schema.json'),
    columns: listOf<{ name: string; pointer: string }>(card, 'indexes'),
    writers: services('write'),
    readers: services('search'),
  }
}

function parametersOf(source: ContentSource): KnownParameter[] {
  return listOf<{ name: string; values: KnownParameter['values'] }>(source.json('parameters.json'), 'parameters').map(
    ({ name, values }) => ({
      jurisdiction: source.id,
      name,
      values: values.map(one => ({ from: one.from, value: one.value })),
    }),
  )
}

/** What the packages of a content folder, or those published, hold that regulations may refer to. */
export function surroundingsOf(sources: readonly ContentSource[]): Surroundings {
  const of = (kind: ContentSource['kind']) => sources.filter(source => source.kind === kind)
  const jurisdictions = of('jurisdiction')
  return {
    bodies: of('organisation').flatMap(bodiesIn),
    acts: jurisdictions.flatMap(source =>
      listOf<{ id: string }>(source.json('acts.json'), 'acts').map(({ id }) => `${source.id}/${id}`),
    ),
    contracts: of('contract').map(contractOf),
    registers: of('register').map(registerOf),
    concepts: of('concept').flatMap(source =>
      source.paths
        .filter(path => /^[^/]+\.json$/.test(path))
        .flatMap(path => listOf<{ id: string }>(source.json(path), 'concepts').map(({ id }) => id)),
    ),
    parameters: jurisdictions.flatMap(parametersOf),
    situations: of('situation').map(({ id }) => id),
    jurisdictions: jurisdictions.map(source => {
      const card = source.json('jurisdiction.json')
      const currency = card.currency as { code?: string; digits?: number } | undefined
      const hearing = card.hearing as { when?: string } | undefined
      return {
        id: source.id,
        currency: currency?.code ?? '',
        digits: currency?.digits ?? 2,
        calendar: String(card.calendar ?? ''),
        hearing: hearing?.when ?? null,
      }
    }),
  }
}
