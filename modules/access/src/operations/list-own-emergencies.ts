import { handle } from '@tereze/foundation-operations'
import { listOwnEmergencies as definition } from '../contract/index.ts'
import { cursorOf, placeOf } from '../rules/page-cursor.ts'
import { showEmergency } from '../rules/show-emergency.ts'
import { listEmergenciesOf } from '../store/emergencies.ts'

const usualLimit = 50

/** Lists the emergencies of the one who asks, newest first. */
export const listOwnEmergencies = handle(definition, {
  tenant: input => input.organisation,
  async run({ organisation, after, limit = usualLimit }, { tx, now, actor }) {
    const wanted = { official: actor.id, unreviewed: false }
    const found = await listEmergenciesOf(tx, organisation, wanted, placeOf(after), limit + 1)
    const items = found.slice(0, limit)
    const last = items.at(-1)
    return {
      items: items.map(row => showEmergency(row, now)),
      next: found.length > limit && last !== undefined ? cursorOf(last) : null,
    }
  },
})
