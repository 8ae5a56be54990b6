import { handle } from '@tereze/foundation-operations'
import { listClients as definition } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { listClientsOf } from '../store/clients.ts'

/** Lists registered clients. */
export const listClients = handle(definition, {
  tenant: () => platform,
  run: async (_input, { tx }) => ({ items: await listClientsOf(tx, platform) }),
})
