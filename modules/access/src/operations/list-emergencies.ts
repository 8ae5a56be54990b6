import { handle } from '@tereze/foundation-operations'
import { listEmergencies as definition } from '../contract/index.ts'
import { cursorOf, placeOf } from '../rules/page-cursor.ts'
import { showEmergency } from '../rules/show-emergency.ts'
import { listEmergenciesOf } from '../store/emergencies.ts'

const usualLimit = 50

/** Lists the emergencies of an organisation, newest first. Whom they are about is named: the look is an access itself. */
export const listEmergencies = handle(definition, {
  tenant: input => input.organisation,
  async run({ organisation, unreviewed = false, after, limit = usualLimit }, { tx, now, concerns }) {
    const found = await listEmergenciesOf(tx, organisation, { official: null, unreviewed }, placeOf(after), limit + 1)
    const items = found.slice(0, limit)
    const last = items.at(-1)
    for (const { about, id } of items) if (about !== null) concerns([about], [`emergency:${id}`])
    return {
      items: items.map(row => showEmergency(row, now)),
      next: found.length > limit && last !== undefined ? cursorOf(last) : null,
    }
  },
})
