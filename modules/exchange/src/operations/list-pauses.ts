import { handle } from '@tereze/foundation-operations'
import { listPauses } from '../contract/pause.ts'
import { everyService, listStoredPauses } from '../store/pauses.ts'

/** Lists what an organisation has closed for maintenance, or will close. */
export const listPausesHandler = handle(listPauses, {
  tenant: input => input.organisation,
  async run({ organisation }, { tx, now }) {
    const found = await listStoredPauses(tx, organisation, now)
    return {
      items: found.map(({ contract, begins, ends, by }) => ({
        contract: contract === everyService ? null : contract,
        from: begins,
        until: ends,
        by,
      })),
    }
  },
})
