import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { leakKnownLater, leakRecorded, leakTermsUnknown, recordLeak } from '../contract/index.ts'
import { dutiesOf, jurisdictionFor } from '../definition/leak-duties.ts'
import { publishedRules } from '../definition/published-rules.ts'
import { remindAt } from '../rules/remind-at.ts'
import { type Counting, startClocks } from '../rules/start-clocks.ts'
import { insertLeak } from '../store/leaks.ts'
import { zoneOf } from '../views/zone-of.ts'

/** Hours ahead of a clock's end where the rules say none. */
const usualHours = 6

/** Records a leak, and starts the clocks of the law. */
export const recordLeakHandler = handle(recordLeak, {
  tenant: input => input.organisation,
  async run({ organisation, what, persons, known }, { tx, now, ids, actor, emit, port }) {
    if (Date.parse(known) > now.getTime()) return refuse(leakKnownLater, { pointer: '/known' })
    const all = port(packages)
    const jurisdiction = jurisdictionFor(all, organisation)
    const declared = dutiesOf(jurisdiction)
    if (jurisdiction === null || declared.length === 0) return refuse(leakTermsUnknown)
    const counting = {
      calendar: jurisdiction.json.get('calendar.json'),
      rules: jurisdiction.json.get('deadline-rules.json'),
      zone: zoneOf(all, organisation),
    } as unknown as Counting
    const leak = ids.newId('leak')
    const duties = startClocks(declared, new Date(known).toISOString(), counting)
    const hours = publishedRules(all)?.file.leaks?.hoursBefore ?? usualHours
    const reminded = duties.map(duty => ({ ...duty, remindAt: remindAt(known, duty.dueAt, hours) }))
    insertLeak(tx, { id: leak, what, persons, knownAt: known, recordedBy: actor.id }, reminded, now)
    await emit(leakRecorded, { subject: leak, data: { leak, persons } })
    return { leak }
  },
})
