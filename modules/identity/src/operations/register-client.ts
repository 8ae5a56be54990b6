import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { clientExists, registerClient as definition } from '../contract/index.ts'
import { anonymousWallet } from '../openid/offered-token.ts'
import { ownClient } from '../openid/relying-party.ts'
import { platform } from '../platform.ts'
import { decideClient } from '../rules/decide-client.ts'
import { insertClient } from '../store/clients.ts'

/** Registers an application or system. */
export const registerClient = handle(definition, {
  tenant: () => platform,
  async run({ scopes = [], ...given }, { tx, now }) {
    const client = { ...given, scopes }
    const no = decideClient(client)
    if (no !== null) return refuse(no.refusal, { pointer: no.pointer })
    if ([ownClient, anonymousWallet].includes(client.client) || !(await insertClient(tx, client, now)))
      return refuse(clientExists, { pointer: '/client' })
    return { client: client.client }
  },
})
