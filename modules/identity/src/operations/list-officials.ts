import { handle } from '@tereze/foundation-operations'
import { listOfficials as definition } from '../contract/index.ts'
import { listOfficialsOf } from '../store/officials.ts'

/** Lists the officials of an organisation by name. */
export const listOfficials = handle(definition, {
  tenant: input => input.organisation,
  run: async ({ organisation, officials }, { tx, now }) => ({
    items: await listOfficialsOf(tx, organisation, officials, now),
  }),
})
