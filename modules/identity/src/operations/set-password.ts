import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { setPassword as definition, signInNameTaken, signInStale } from '../contract/index.ts'
import { freshSessionOf } from '../own-session.ts'
import { newHash } from '../password-hash.ts'
import { platform } from '../platform.ts'
import { decidePassword } from '../rules/decide-password.ts'
import { signInDesk } from '../sign-in-desk.ts'
import { upsertPassword } from '../store/passwords.ts'

/** Sets the name and password of the own account. */
export const setPassword = handle(definition, {
  tenant: () => platform,
  async run({ signInName, password }, { actor, tx, now, port, concerns }) {
    if ((await freshSessionOf(tx, actor, now)) === null) return refuse(signInStale)
    const own = [signInName, (await port(signInDesk).nameOf(actor.id)) ?? '']
    const no = decidePassword(password, own)
    if (no !== null) return refuse(no, { pointer: '/password' })
    const kept = await upsertPassword(tx, { ...(await newHash(password)), account: actor.id, login: signInName, now })
    if (!kept) return refuse(signInNameTaken, { pointer: '/signInName' })
    concerns([actor.id])
    return { signInName }
  },
})
