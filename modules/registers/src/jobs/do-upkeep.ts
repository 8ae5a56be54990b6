import { type Package, packages } from '@tereze/catalogue/contract'
import { type Context, type JobContext, job } from '@tereze/foundation-operations'
import { definitionOf } from '../definition/definition.ts'
import { checkPortion } from '../quality/check-portion.ts'
import { missCheck } from '../quality/miss-check.ts'
import { listBehind } from '../store/behind.ts'
import {
  countCurrent,
  dueUpkeep,
  insertUpkeep,
  listRunning,
  lockPortion,
  type Portion,
  updateFailed,
  updatePortion,
} from '../store/upkeep.ts'
import { fillProjection } from '../upkeep/fill-projection.ts'
import type { PortionDone } from '../upkeep/portion-done.ts'
import { searchDuplicates } from '../upkeep/search-duplicates.ts'

const atOnce = 20

type Work = (context: Context, pack: Package, cursor: string, key: string) => Promise<PortionDone>

/** What does a portion of each kind of work. */
const works: Readonly<Record<Portion['work'], Work>> = {
  duplicates: (context, pack, cursor) => searchDuplicates(context, definitionOf(pack), cursor),
  projection: fillProjection,
  quality: checkPortion,
}

async function doPortion(context: Context, portion: Portion): Promise<number> {
  const { tx, now } = context
  const taken = await lockPortion(tx, portion)
  const pack = context.port(packages).find('register', portion.register)
  const work = works[portion.work]
  if (taken === null || pack === null) return 0
  const total = taken.total ?? (await countCurrent(tx, tx.tenant, taken.register))
  const step = await work(context, pack, taken.cursor, taken.key)
  updatePortion(tx, taken, { ...step, total, now })
  return step.done
}

/** Begins to fill projections that were found empty when their packages were published. */
async function beginFilling({ database, clock, ports, write }: JobContext): Promise<number> {
  let begun = 0
  for (const { register, version } of await listBehind(database)) {
    const pack = ports.get(packages).find('register', register)
    if (pack === null) continue
    const work = {
      register,
      work: 'projection' as const,
      key: version,
      cursor: '',
      by: 'system:registers',
      now: clock.now(),
    }
    if (await write(definitionOf(pack).owner, ({ tx }) => insertUpkeep(tx, work))) begun += 1
  }
  return begun
}

/** Why work failed, for who looks after it: our own words, or only the code of a database's error, whose message may quote a record. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error ? `${error.name} ${String(error.code)}` : error.message.slice(0, 500)
}

/** Does long work on registers in portions, each in a transaction of its own; a node that dies loses one portion at most. */
export const doUpkeepJob = job({
  name: 'registers.do-upkeep',
  every: 5_000,
  patient: true,
  due: dueUpkeep,
  async run(context) {
    const { database, clock, write, report } = context
    let done = await beginFilling(context)
    for (const portion of await listRunning(database, atOnce)) {
      try {
        done += await write(portion.tenant, context => doPortion(context, portion))
      } catch (error) {
        report(error)
        await write(portion.tenant, async context => {
          await updateFailed(context.tx, portion, reasonOf(error), clock.now())
          if (portion.work === 'quality') await missCheck(context, portion.register, 'failed')
        })
      }
    }
    return done
  },
})
