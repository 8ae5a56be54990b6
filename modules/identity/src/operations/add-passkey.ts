import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import {
  addPasskey as definition,
  passkeyExists,
  passkeysEnough,
  passkeyUnfit,
  signInStale,
} from '../contract/index.ts'
import { freshSessionOf } from '../own-session.ts'
import { passkeys } from '../passkeys.ts'
import { platform } from '../platform.ts'
import { insertPasskey, listPasskeysOf } from '../store/passkeys.ts'

const most = 10

import { tellWayChange } from '../tell-way-change.ts'

/** Adds a passkey to the own account. */
export const addPasskey = handle(definition, {
  tenant: () => platform,
  async run({ response, name }, context) {
    const { actor, tx, now, ids, port, concerns } = context
    const session = await freshSessionOf(tx, actor, now)
    if (session === null) return refuse(signInStale)
    const made = await port(passkeys).checkCreation(session, response)
    if (made === null) return refuse(passkeyUnfit, { pointer: '/response' })
    if ((await listPasskeysOf(tx, platform, actor.id)).length >= most)
      return refuse(passkeysEnough, { params: { most } })
    const passkey = ids.newId('passkey')
    if (!(await insertPasskey(tx, { ...made, passkey, account: actor.id, name, now })))
      return refuse(passkeyExists, { pointer: '/response' })
    concerns([actor.id])
    await tellWayChange(context, { account: actor.id, way: 'passkey', deed: 'added', thing: passkey })
    return { passkey }
  },
})
