import type { CountryParameters, DemoRecord } from '@tereze/demo-country'
import { generateCountry } from '@tereze/demo-country'
import type { IdentifierScheme } from '@tereze/identifiers'
import { isRefused, systemActor } from '@tereze/operation'
import { importRecords } from '@tereze/registers/contract'
import type { BenchPlatform } from '../platform.ts'

/** What loading gave. */
export interface Loaded {
  readonly records: number
  readonly rowsPerSecond: number
  /** Loaded records by register. */
  readonly registers: Readonly<Record<string, number>>
  /** People spread over the whole load, to be looked for afterwards. */
  readonly sample: readonly DemoRecord[]
}

const batch = 500
const sampled = 20_000

/** The platform as the loader of an organisation's registers. */
export const loader = (organisation: string) => ({ ...systemActor('bench', organisation), roles: ['platform'] })

/**
 * Batches of records of a demo country, register after register, until there are as many as wanted. A person comes with
 * some four records in all: address, family, account, income.
 */
function* batches(platform: BenchPlatform, records: number) {
  const { packages } = platform
  const { identifiers } = packages.get('jurisdiction', 'demo').json.get('identifiers.json') as {
    identifiers: readonly IdentifierScheme[]
  }
  const country = generateCountry({
    seed: 'bench',
    asOf: platform.now.toISOString().slice(0, 10),
    people: Math.max(1_000, Math.ceil(records / 3)),
    parameters: packages.get('demo', 'demo').json.get('country.json') as unknown as CountryParameters,
    schemes: identifiers.filter(scheme => 'check' in scheme),
  })
  let given = 0
  for (const chunk of country) {
    if (chunk.kind !== 'records') continue
    const organisation = String(packages.get('register', chunk.register).json.get('register.json')?.owner)
    for (let from = 0; from < chunk.records.length && given < records; from += batch) {
      const portion = chunk.records.slice(from, Math.min(from + batch, from + records - given))
      given += portion.length
      yield { organisation, register: chunk.register, portion }
    }
    if (given >= records) return
  }
}

/** Loads records through the operation that every importer uses, so many batches beside each other; tells how far it is. */
export async function loadRecords(
  platform: BenchPlatform,
  records: number,
  beside: number,
  say: (line: string) => void,
): Promise<Loaded> {
  const registers: Record<string, number> = {}
  const sample: DemoRecord[] = []
  let [loaded, told] = [0, performance.now()]
  const source = batches(platform, records)
  const started = performance.now()
  await Promise.all(
    Array.from({ length: beside }, async () => {
      for (let next = source.next(); !next.done; next = source.next()) {
        const { organisation, register, portion } = next.value
        const given = portion.map(({ id, data, validFrom }) => ({ record: id, data: { ...data }, validFrom }))
        const input = { organisation, register, import: 'bench', records: given }
        const done = await platform.runner.call(importRecords, input, loader(organisation))
        if (isRefused(done)) throw new Error(`${register}: ${done.code} ${done.pointer} ${JSON.stringify(done.also)}`)
        loaded += portion.length
        registers[register] = (registers[register] ?? 0) + portion.length
        if (register === 'people' && sample.length < sampled)
          sample.push(...portion.filter((_, index) => index % 10 === 0))
        if (performance.now() - told > 10_000) {
          told = performance.now()
          say(`${loaded} of ${records} records, ${Math.round(loaded / ((told - started) / 1000))} a second`)
        }
      }
    }),
  )
  return {
    records: loaded,
    rowsPerSecond: Math.round(loaded / ((performance.now() - started) / 1000)),
    registers,
    sample,
  }
}
