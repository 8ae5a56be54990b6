import { packages } from '@tereze/catalogue/contract'
import { type Context, job } from '@tereze/foundation-operations'
import { definitionOf, type RegisterDefinition } from '../definition/definition.ts'
import { countCurrent, listRunning, lockPortion, type Portion, updateFailed, updatePortion } from '../store/upkeep.ts'
import type { PortionDone } from '../upkeep/portion-done.ts'
import { searchDuplicates } from '../upkeep/search-duplicates.ts'

const atOnce = 20

/** What does a portion of each kind of work. */
const works: Readonly<
  Partial<
    Record<Portion['work'], (context: Context, definition: RegisterDefinition, cursor: string) => Promise<PortionDone>>
  >
> = { duplicates: searchDuplicates }

async function doPortion(context: Context, portion: Portion): Promise<number> {
  const { tx, now } = context
  const taken = await lockPortion(tx, portion)
  const pack = context.port(packages).find('register', portion.register)
  const work = works[portion.work]
  if (taken === null || pack === null || work === undefined) return 0
  const total = taken.total ?? (await countCurrent(tx, tx.tenant, taken.register))
  const step = await work(context, definitionOf(pack), taken.cursor)
  updatePortion(tx, taken, { ...step, total, now })
  return step.done
}

/** Does long work on registers in portions, each in a transaction of its own; a node that dies loses one portion at most. */
export const doUpkeepJob = job({
  name: 'registers.do-upkeep',
  every: 5_000,
  patient: true,
  async run({ database, clock, write, report }) {
    let done = 0
    for (const portion of await listRunning(database, atOnce)) {
      try {
        done += await write(portion.tenant, context => doPortion(context, portion))
      } catch (error) {
        report(error)
        const reason = error instanceof Error ? error.message : String(error)
        await write(portion.tenant, ({ tx }) => updateFailed(tx, portion, reason.slice(0, 500), clock.now()))
      }
    }
    return done
  },
})
