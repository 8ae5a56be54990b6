import { packages } from '@tereze/catalogue/contract'
import { type Context, job } from '@tereze/foundation-operations'
import { incidentRaised } from '../contract/index.ts'
import { publishedRules, reviewRule } from '../definition/published-rules.ts'
import { dueReviews, listOverdue, takeOverdue } from '../store/awaited-reviews.ts'
import { insertIncident } from '../store/incidents.ts'

const hour = 60 * 60_000
const batch = 50

/** Raises the incident of an emergency that is not reviewed; it is asked for again after the same term. */
async function remind({ tx, now, ids, emit, port }: Context, emergency: string): Promise<void> {
  const review = publishedRules(port(packages))?.file.review
  if (review === undefined) return
  const row = await takeOverdue(tx, emergency, now, new Date(now.getTime() + review.hours * hour))
  if (row === null) return
  const incident = ids.newId('incident')
  const { severity } = review
  const what = { id: incident, rule: reviewRule, severity, actor: row.official, actorKind: 'official', count: 1 }
  insertIncident(tx, { ...what, since: row.begunAt, until: now.toISOString(), lines: [] }, now)
  await emit(incidentRaised, { subject: incident, data: { incident, rule: reviewRule, severity } })
}

/** An emergency that nobody reviews in time becomes an incident: a task with a term for the security officer, again after each term. */
export const remindOfReviews = job({
  name: 'vigilance.remind-of-reviews',
  every: 60_000,
  patient: true,
  due: dueReviews,
  async run({ database, clock, ports, write }) {
    if (publishedRules(ports.get(packages))?.file.review === undefined) return 0
    const overdue = await listOverdue(database, clock.now(), batch)
    for (const { tenant, emergency } of overdue) await write(tenant, context => remind(context, emergency))
    return overdue.length
  },
})
