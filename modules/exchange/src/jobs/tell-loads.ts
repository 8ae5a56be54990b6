import { packages } from '@tereze/catalogue/contract'
import { type Context, job } from '@tereze/foundation-operations'
import { listTopicDefinitions } from '../rules/topics-of.ts'
import { dueLoads, listOpenLoads, lockLoad, updateTold } from '../store/loads.ts'
import { publishLoaded } from '../topics/publish-loaded.ts'

/** Loads of which one portion each is told before the next look. */
const atOnce = 5

/** Tells the next portion of a load in one transaction with its cursor; returns how much was done. */
async function tellNext(context: Context, topic: string, load: string): Promise<number> {
  const { tx, now } = context
  const found = await lockLoad(tx, topic, load)
  if (found === null) return 0
  const published = listTopicDefinitions(context.port(packages)).find(one => one.topic === topic)
  const nothing = { looked: 0, told: 0, unfit: [], next: null }
  const portion = published === undefined ? nothing : await publishLoaded(context, published, found)
  updateTold(tx, found, { ...portion, after: portion.next ?? found.after, endedAt: portion.next === null ? now : null })
  return 1
}

/**
 * Tells on topics what loads brought into their registers, portion by portion. The cursor is written with what was told: a node that dies
 * leaves a whole portion undone, and another one goes on there.
 */
export const tellLoads = job({
  name: 'exchange.tell-loads',
  every: 2_000,
  due: dueLoads,
  async run({ database, write, report }) {
    let done = 0
    for (const { tenant, topic, load } of await listOpenLoads(database, atOnce))
      try {
        done += await write(tenant, context => tellNext(context, topic, load))
      } catch (error) {
        report(error)
      }
    return done
  },
})
