import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { confirmDigest as definition, passkeyUnfit } from '../contract/index.ts'
import { credentialOf, passkeys } from '../passkeys.ts'
import { platform } from '../platform.ts'
import { findPasskey, updatePasskeyUse } from '../store/passkeys.ts'

/** Checks that a passkey of the own account signed a digest; each of two uses at once of an authenticator that counts needs its own count. */
export const confirmDigest = handle(definition, {
  tenant: () => platform,
  async run({ digest, response }, { actor, tx, now, port }) {
    const passkey = await findPasskey(tx, platform, credentialOf(response))
    const counter =
      passkey === null || passkey.account !== actor.id
        ? null
        : await port(passkeys).checkConfirmation(digest, response, passkey)
    if (passkey === null || counter === null || !(await updatePasskeyUse(tx, passkey.passkey, counter, now)))
      return refuse(passkeyUnfit, { pointer: '/response' })
    return { passkey: passkey.passkey, publicKey: Buffer.from(passkey.publicKey).toString('base64') }
  },
})
