import { packages } from '@tereze/catalogue/contract'
import { type Context, job } from '@tereze/foundation-operations'
import { incidentRaised } from '../contract/index.ts'
import { leakRule, publishedRules } from '../definition/published-rules.ts'
import { insertIncident } from '../store/incidents.ts'
import { dueReminders, listToRemind, takeReminder } from '../store/leak-reminders.ts'

const batch = 50

/** Raises the incident of a clock that is about to run out: a case of the security officer begins. */
async function remind({ tx, now, ids, emit, port }: Context, leak: string, duty: string): Promise<void> {
  const told = publishedRules(port(packages))?.file.leaks
  const row = told === undefined ? null : await takeReminder(tx, leak, duty, now)
  if (told === undefined || row === null) return
  const incident = ids.newId('incident')
  const { severity } = told
  const what = {
    id: incident,
    rule: leakRule,
    severity,
    actor: 'system:leaks',
    actorKind: 'system',
    count: row.persons,
  }
  insertIncident(tx, { ...what, since: row.knownAt, until: now.toISOString(), lines: [] }, now)
  await emit(incidentRaised, { subject: incident, data: { incident, rule: leakRule, severity } })
}

/** What the law asks for after a leak and is not done becomes a task of the security officer before its clock runs out, once. */
export const remindOfLeaks = job({
  name: 'vigilance.remind-of-leaks',
  every: 60_000,
  patient: true,
  due: dueReminders,
  async run({ database, clock, ports, write }) {
    if (publishedRules(ports.get(packages))?.file.leaks === undefined) return 0
    const due = await listToRemind(database, clock.now(), batch)
    for (const { tenant, leak, duty } of due) await write(tenant, context => remind(context, leak, duty))
    return due.length
  },
})
