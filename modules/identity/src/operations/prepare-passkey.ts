import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { preparePasskey as definition, signInStale } from '../contract/index.ts'
import { freshSessionOf } from '../own-session.ts'
import { passkeys } from '../passkeys.ts'
import { platform } from '../platform.ts'
import { signInDesk } from '../sign-in-desk.ts'
import { listPasskeysOf } from '../store/passkeys.ts'

/** Gives what a browser needs to make a passkey for the own account. */
export const preparePasskey = handle(definition, {
  tenant: () => platform,
  async run(_input, { actor, tx, now, port }) {
    const session = await freshSessionOf(tx, actor, now)
    if (session === null) return refuse(signInStale)
    const options = await port(passkeys).creationOptions({
      session,
      account: actor.id,
      name: (await port(signInDesk).nameOf(actor.id)) ?? actor.id,
      known: await listPasskeysOf(tx, platform, actor.id),
    })
    return { options }
  },
})
