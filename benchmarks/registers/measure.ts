import type { DemoRecord } from '@tereze/demo-country'
import { isRefused } from '@tereze/operation'
import { changeRecord, findRecords, getRecord } from '@tereze/registers/contract'
import { type Latency, latencyOf } from '../births/latency.ts'
import type { BenchPlatform } from '../platform.ts'
import { loader } from './load.ts'

/** Reads of a register, one after the other. */
export interface ReadTimes {
  readonly byId: Latency
  readonly byKey: Latency
  readonly search: Latency
  /** Records that a search found on average. */
  readonly found: number
}

/** Writes of many at once, each with history, keys, projection, audit line and event in one transaction. */
export interface WriteTimes {
  readonly perSecond: number
  readonly latency: Latency
  readonly beside: number
}

const [organisation, register] = ['civil-registry', 'people']
const actor = loader(organisation)

/** Looks people up by id, by personal number, and by the beginning of a family name with region. */
export async function measureReads(
  { runner }: BenchPlatform,
  sample: readonly DemoRecord[],
  turns: number,
): Promise<ReadTimes> {
  const [byId, byKey, search]: number[][] = [[], [], []]
  let found = 0
  const at = (turn: number) => sample[(turn * 7919) % sample.length] as DemoRecord
  async function find(where: Record<string, string>, into: number[] | undefined): Promise<number> {
    const began = performance.now()
    const reply = await runner.call(findRecords, { organisation, register, where, limit: 20 }, actor)
    into?.push(performance.now() - began)
    if (isRefused(reply)) throw new Error(`${reply.code} ${reply.pointer}`)
    return reply.items.length
  }
  for (let turn = 0; turn < turns; turn++) {
    const { id, data } = at(turn)
    const began = performance.now()
    const reply = await runner.call(getRecord, { organisation, register, record: id }, actor)
    byId?.push(performance.now() - began)
    if (isRefused(reply)) throw new Error(reply.code)
    const { name, residence, identifier } = data as {
      name: { family: string }
      residence: { region: string }
      identifier?: string
    }
    if (identifier !== undefined && (await find({ identifier }, byKey)) !== 1) throw new Error('a key finds one record')
    found += await find({ family: name.family.slice(0, 4), region: residence.region }, search)
  }
  return {
    byId: latencyOf(byId ?? []),
    byKey: latencyOf(byKey ?? []),
    search: latencyOf(search ?? []),
    found: Math.round(found / turns),
  }
}

/** Changes the e-mail addresses of people for so many seconds, so many beside each other. */
export async function measureWrites(
  { runner, database }: BenchPlatform,
  sample: readonly DemoRecord[],
  beside: number,
  seconds: number,
): Promise<WriteTimes> {
  const durations: number[] = []
  // A country that was kept has been written to before.
  const { rows: current } = await database.client.query<{ id: string; version: number }>(
    'select id, version from registers.records where tenant = $1 and register = $2 and id = any($3) and upper_inf(recorded)',
    [organisation, register, sample.map(({ id }) => id)],
  )
  const versions = new Map(current.map(({ id, version }) => [id, version]))
  const end = performance.now() + seconds * 1000
  await Promise.all(
    Array.from({ length: beside }, async (_, place) => {
      const own = sample.filter((_, index) => index % beside === place)
      for (let turn = 0; performance.now() < end; turn++) {
        const { id, data } = own[turn % own.length] as DemoRecord
        const began = performance.now()
        const reply = await runner.call(
          changeRecord,
          {
            organisation,
            register,
            record: id,
            version: (versions.get(id) ?? 1) + Math.floor(turn / own.length),
            data: { ...data, email: `person-${turn}@example.invalid` },
            reason: 'A new address',
            under: 'service:birth-certificate',
            source: { kind: 'import', reference: 'bench', organisation },
          },
          actor,
        )
        durations.push(performance.now() - began)
        if (isRefused(reply)) throw new Error(`${reply.code} ${reply.pointer} ${JSON.stringify(reply.also)}`)
      }
    }),
  )
  return { perSecond: Math.round(durations.length / seconds), latency: latencyOf(durations), beside }
}
