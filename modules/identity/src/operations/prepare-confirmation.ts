import { handle } from '@tereze/foundation-operations'
import { prepareConfirmation as definition } from '../contract/index.ts'
import { passkeys } from '../passkeys.ts'
import { platform } from '../platform.ts'
import { listPasskeysOf } from '../store/passkeys.ts'

/** Gives what a browser needs to confirm a digest by a passkey of the own account. */
export const prepareConfirmation = handle(definition, {
  tenant: () => platform,
  async run({ digest }, { actor, tx, port }) {
    const kept = await listPasskeysOf(tx, platform, actor.id)
    return { options: kept.length === 0 ? null : await port(passkeys).confirmationOptions(digest, kept) }
  },
})
