import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { setPassword as definition, signInNameTaken, signInStale } from '../contract/index.ts'
import { freshSessionOf } from '../own-session.ts'
import { newHash } from '../password-hash.ts'
import { platform } from '../platform.ts'
import { decidePassword } from '../rules/decide-password.ts'
import { signInDesk } from '../sign-in-desk.ts'
import { findPasswordOf, upsertPassword } from '../store/passwords.ts'
import { tellWayChange } from '../tell-way-change.ts'

/** Sets the name and password of the own account. */
export const setPassword = handle(definition, {
  tenant: () => platform,
  async run({ signInName, password }, context) {
    const { actor, tx, now, port, concerns } = context
    if ((await freshSessionOf(tx, actor, now)) === null) return refuse(signInStale)
    const own = [signInName, (await port(signInDesk).nameOf(actor.id)) ?? '']
    const no = decidePassword(password, own)
    if (no !== null) return refuse(no, { pointer: '/password' })
    const earlier = await findPasswordOf(tx, platform, actor.id)
    const kept = await upsertPassword(tx, { ...(await newHash(password)), account: actor.id, login: signInName, now })
    if (!kept) return refuse(signInNameTaken, { pointer: '/signInName' })
    concerns([actor.id])
    await tellWayChange(context, { account: actor.id, way: 'password', deed: earlier === null ? 'added' : 'changed' })
    return { signInName }
  },
})
