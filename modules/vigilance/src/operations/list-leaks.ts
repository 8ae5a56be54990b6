import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { type LeakDuty, listLeaks } from '../contract/index.ts'
import { dutyWords, jurisdictionFor } from '../definition/leak-duties.ts'
import { cursorOf, placeOf } from '../rules/page-cursor.ts'
import { type DutyRow, listDuties, listLeaksOf } from '../store/leaks.ts'

const usualLimit = 20

/** Lists leaks with their clocks, newest first. */
export const listLeaksHandler = handle(listLeaks, {
  tenant: input => input.organisation,
  async run({ organisation, after, limit = usualLimit }, { tx, now, port }) {
    const jurisdiction = jurisdictionFor(port(packages), organisation)
    const found = await listLeaksOf(tx, organisation, placeOf(after), limit + 1)
    const items = found.slice(0, limit)
    const duties = await listDuties(
      tx,
      organisation,
      items.map(({ id }) => id),
    )
    const shown = (row: DutyRow): LeakDuty => {
      const { duty, addressee, source, dueAt, doneAt, doneBy, reference, told } = row
      const isDone = doneAt !== null && doneBy !== null && reference !== null
      return {
        duty,
        text: dutyWords(jurisdiction, duty),
        to: addressee,
        source,
        due: dueAt,
        done: isDone ? { at: doneAt, by: doneBy, reference, told } : null,
        late: Date.parse(doneAt ?? now.toISOString()) > Date.parse(dueAt),
      }
    }
    const last = items.at(-1)
    return {
      items: items.map(({ id, what, persons, knownAt, recordedAt, recordedBy, named, told, telling }) => ({
        leak: id,
        what,
        persons,
        known: knownAt,
        recorded: { at: recordedAt, by: recordedBy },
        duties: duties.filter(({ leak }) => leak === id).map(shown),
        named,
        told,
        telling,
      })),
      next: found.length > limit && last !== undefined ? cursorOf({ at: last.knownAt, id: last.id }) : null,
    }
  },
})
