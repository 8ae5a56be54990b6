import { packages } from '@tereze/catalogue/contract'
import { type JobContext, job } from '@tereze/foundation-operations'
import { definitionOf } from '../definition/definition.ts'
import { bySchedule, FiguresUnprotected, makeVersion, todayOf } from '../making/make-version.ts'
import { SourceRefused } from '../making/read-source.ts'
import { nextDue } from '../rules/periods.ts'
import { listApproved, updateMade } from '../store/publications.ts'
import { listSchedules, upsertSchedule } from '../store/schedules.ts'

/** The reason of a failure that an official can do something about; null of all others. */
function reasonOf(error: unknown): string | null {
  if (error instanceof SourceRefused) return error.code
  if (error instanceof FiguresUnprotected) return `datasets.figures-unprotected: ${error.places.slice(0, 5).join('; ')}`
  return null
}

/** Makes the datasets that are due by their schedule, newly declared, or approved out of turn. */
export const publishDueJob = job({
  name: 'datasets.publish-due',
  every: 5_000,
  patient: true,
  async run(context: JobContext) {
    const schedules = new Map((await listSchedules(context.database)).map(one => [one.dataset, one]))
    const approved = new Map((await listApproved(context.database)).map(one => [one.dataset, one.publication]))
    let made = 0
    for (const pack of context.ports.get(packages).list('dataset')) {
      const definition = definitionOf(pack)
      const today = todayOf(context, definition)
      const schedule = schedules.get(pack.id)
      const isDue = schedule === undefined || schedule.dueOn <= today || schedule.packageVersion !== pack.version
      const publication = approved.get(pack.id)
      if (!isDue && publication === undefined) continue
      try {
        await makeVersion(context, pack, publication ?? bySchedule)
        made += 1
      } catch (error) {
        const failure = reasonOf(error)
        // Another node may have been faster, or the database is away: looked at again soon.
        if (failure === null) {
          context.report(error)
          continue
        }
        await context.write(definition.owner, async ({ tx, now }) => {
          const dueOn = nextDue(today, 'daily')
          upsertSchedule(tx, { dataset: pack.id, dueOn, packageVersion: pack.version, failure }, now)
          updateMade(tx, pack.id, 'failed', null)
        })
      }
    }
    return made
  },
})
