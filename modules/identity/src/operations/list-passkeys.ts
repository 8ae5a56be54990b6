import { handle } from '@tereze/foundation-operations'
import { listPasskeys as definition } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { listPasskeysOf } from '../store/passkeys.ts'

/** Lists the passkeys of the own account. */
export const listPasskeys = handle(definition, {
  tenant: () => platform,
  async run(_input, { actor, tx }) {
    const kept = await listPasskeysOf(tx, platform, actor.id)
    return {
      items: kept.map(({ passkey, name, synced, addedAt, usedAt }) => ({ passkey, name, synced, addedAt, usedAt })),
    }
  },
})
