import type { Database } from '@tereze/foundation-database'
import type { Clock } from '@tereze/foundation-operations'
import type { Passkeys } from './passkeys.ts'
import { platform } from './platform.ts'
import type { SignInDesk } from './sign-in-desk.ts'
import { findPasskey, updatePasskeyUse } from './store/passkeys.ts'

/** Checks what a passkey signed for a sign-in and notes its use. Each of two uses at once of an authenticator that counts needs its own count. */
export function createTakePasskey(options: {
  database: Database
  clock: Clock
  passkeys: Passkeys
  /** Whether there still is such an account. */
  knows: (account: string) => Promise<boolean>
}): SignInDesk['takePasskey'] {
  const { database, clock, passkeys } = options
  return async (interaction, credential, response) => {
    const passkey = await findPasskey(database, platform, credential)
    if (passkey === null) return { held: false, account: null }
    const { account, synced } = passkey
    const counter = await passkeys.checkRequest(interaction, response, passkey)
    if (counter === null || !(await options.knows(account))) return { held: false, account }
    const noted = await database.transaction(platform, tx =>
      updatePasskeyUse(tx, passkey.passkey, counter, clock.now()),
    )
    return noted ? { held: true, account, synced } : { held: false, account }
  }
}
