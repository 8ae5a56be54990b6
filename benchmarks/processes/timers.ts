import { rows, sql } from '@tereze/foundation-database'
import type { JobContext } from '@tereze/foundation-operations'
import { fireTimers } from '../../modules/cases/src/jobs/give-due.ts'
import { findCase } from '../../modules/cases/src/store/cases.ts'
import { type Latency, latencyOf } from '../births/latency.ts'
import { begin, type Transition, tenant } from './transitions.ts'

/** How timers that were all due at once were drained, and how long people waited meanwhile. */
export interface Drained {
  readonly timers: number
  readonly perSecond: number
  /** Opening a case and reading it, with nothing else going on and while the timers fire. */
  readonly interactive: { readonly before: Latency; readonly during: Latency }
}

/** What a person does: one case begins, and is read. */
async function interactive(parts: JobContext, open: Transition): Promise<number> {
  const started = performance.now()
  await open(parts, 1)
  const [last] = await rows(
    parts.database,
    sql<{ id: string }>`select id from cases.cases where tenant = ${tenant} order by opened_at desc, id desc limit 1`,
  )
  await findCase(parts.database, tenant, last?.id ?? '')
  return performance.now() - started
}

/** Makes timers, lets all of them be due at once, and fires them with the job of the platform while people work. */
export async function drainTimers(
  parts: JobContext,
  packages: Parameters<typeof begin>[0],
  count: number,
): Promise<Drained> {
  const fill = begin(packages, 'bench-timer')
  const open = begin(packages, 'bench')
  for (let made = 0; made < count; ) made += await fill(parts, Math.min(200, count - made))
  await parts.database.client.query(
    'create index if not exists bench_opened on cases.cases (tenant, opened_at desc, id desc)',
  )
  const before: number[] = []
  for (let turn = 0; turn < 100; turn++) before.push(await interactive(parts, open))
  await parts.write(tenant, async ({ tx, now }) => {
    await rows(tx, sql`update cases.work set due_at = ${now} where tenant = ${tenant} and kind = 'timer'`)
  })
  const during: number[] = []
  let draining = true
  const people = (async () => {
    while (draining) {
      during.push(await interactive(parts, open))
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  })()
  const started = performance.now()
  let fired = 0
  while (fired < count) {
    const now = await fireTimers.run(parts)
    if (now === 0) break
    fired += now
  }
  const seconds = (performance.now() - started) / 1000
  draining = false
  await people
  if (fired !== count) throw new Error(`${fired} of ${count} timers fired`)
  return {
    timers: count,
    perSecond: Math.round(fired / seconds),
    interactive: { before: latencyOf(before), during: latencyOf(during) },
  }
}
