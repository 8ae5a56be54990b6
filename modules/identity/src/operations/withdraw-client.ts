import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { clientNotFound, withdrawClient as definition } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { deleteClient } from '../store/clients.ts'
import { deletePayloadsOfClient } from '../store/openid.ts'

/** Withdraws a client with its grants, codes and tokens. */
export const withdrawClient = handle(definition, {
  tenant: () => platform,
  async run({ client }, { tx }) {
    if (!(await deleteClient(tx, client))) return refuse(clientNotFound, { pointer: '/client' })
    await deletePayloadsOfClient(tx, client)
    return { client }
  },
})
