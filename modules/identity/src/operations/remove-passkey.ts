import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { removePasskey as definition, passkeyNotFound, signInStale } from '../contract/index.ts'
import { freshSessionOf } from '../own-session.ts'
import { platform } from '../platform.ts'
import { deletePasskey } from '../store/passkeys.ts'
import { tellWayChange } from '../tell-way-change.ts'

/** Removes a passkey from the own account. */
export const removePasskey = handle(definition, {
  tenant: () => platform,
  async run({ passkey }, context) {
    const { actor, tx, now, concerns } = context
    if ((await freshSessionOf(tx, actor, now)) === null) return refuse(signInStale)
    if (!(await deletePasskey(tx, actor.id, passkey))) return refuse(passkeyNotFound, { pointer: '/passkey' })
    concerns([actor.id])
    await tellWayChange(context, { account: actor.id, way: 'passkey', deed: 'removed', thing: passkey })
    return { passkey }
  },
})
