import { type Latency, latencyOf } from '../births/latency.ts'
import { type BenchPlatform, startPlatform } from '../platform.ts'
import { generate } from './generate.ts'
import { lists, readPage } from './lists.ts'
import { readByOffset } from './offset-paging.ts'

/** Latency of a list's first pages and of pages deep in it, and rows of a page. */
export interface ListTimes {
  readonly first: Latency
  readonly deep: Latency
  /** Rows before the deep page; as many as there are where there are fewer. */
  readonly depth: number
  readonly rows: number
  /** CPU of the platform's process for a first page, in ms on average; the database comes on top. */
  readonly cpu: number
}

/** What a run gives: by list, and of the peer by place. */
export interface WorkplaceTimes {
  readonly cases: number
  readonly history: number
  readonly lists: Readonly<Record<string, ListTimes>>
  readonly peer: { readonly name: string; readonly first: Latency; readonly deep: Latency }
}

const deepPages = 25
const longPage = 200

async function timesOf(platform: BenchPlatform, list: (typeof lists)[number], turns: number): Promise<ListTimes> {
  const first: number[] = []
  const deep: number[] = []
  let [depth, rows, cpu] = [0, 0, 0]
  const places: (string | undefined)[] = []
  for (let turn = 0; turn < Math.min(20, turns); turn++) {
    let [after, seen]: [string | undefined, number] = [undefined, 0]
    for (let page = 0; page < deepPages; page++) {
      const { next, count } = await readPage(platform, list, turn, {
        limit: longPage,
        ...(after === undefined ? {} : { after }),
      })
      if (next === null) break
      seen += count
      after = next
    }
    places.push(after)
    depth = Math.max(depth, seen)
  }
  for (let turn = 0; turn < turns; turn++) {
    const page = await readPage(platform, list, turn, {})
    first.push(page.milliseconds)
    rows = Math.max(rows, page.count)
    cpu += page.cpu
    const after = places[turn % places.length]
    deep.push((await readPage(platform, list, turn % places.length, after === undefined ? {} : { after })).milliseconds)
  }
  return { first: latencyOf(first), deep: latencyOf(deep), depth, rows, cpu: Math.round((cpu / turns) * 10) / 10 }
}

/**
 * Generates cases and reads the lists of many officials, one after the other, then asks the peer's way.
 * @param options.kept a folder in which the cases stay, and are found by the next run instead of being generated again.
 */
export async function measureWorkplace(
  options: { cases: number; turns: number; kept?: string | undefined },
  say: (text: string) => void,
): Promise<WorkplaceTimes> {
  const platform = await startPlatform(undefined, options.kept)
  try {
    const { rows } = await platform.database.client.query('select count(*)::int as count from cases.cases')
    const { count } = rows[0] as { count: number }
    if (count === 0) await generate(platform.database, options.cases, platform.now, say)
    else if (count !== options.cases) throw new Error(`${options.kept} has ${count} cases, not ${options.cases}`)
    const times: Record<string, ListTimes> = {}
    for (const list of lists) {
      const found = await timesOf(platform, list, options.turns)
      times[list.name] = found
      say(
        `${list.name}: first p95 ${found.first.p95} ms, after ${found.depth} rows p95 ${found.deep.p95} ms, ${found.rows} rows, ${found.cpu} ms of CPU`,
      )
    }
    const [first, deep]: [number[], number[]] = [[], []]
    for (let turn = 0; turn < Math.min(options.turns, 20); turn++) {
      first.push(await readByOffset(platform.database, `unit-${turn % 20}`, 0))
      deep.push(await readByOffset(platform.database, `unit-${turn % 20}`, deepPages * longPage))
    }
    const peer = { name: 'OFFSET with a total, database alone', first: latencyOf(first), deep: latencyOf(deep) }
    say(`${peer.name}: first p95 ${peer.first.p95} ms, deep p95 ${peer.deep.p95} ms`)
    return { cases: options.cases, history: options.cases * 10, lists: times, peer }
  } finally {
    await platform.close()
  }
}
