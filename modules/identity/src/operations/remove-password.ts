import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { removePassword as definition, passwordNotFound, signInStale } from '../contract/index.ts'
import { freshSessionOf } from '../own-session.ts'
import { platform } from '../platform.ts'
import { deleteProgram } from '../store/code-programs.ts'
import { deletePassword } from '../store/passwords.ts'
import { tellWayChange } from '../tell-way-change.ts'

/** Removes the password of the own account, with the program that shows codes. */
export const removePassword = handle(definition, {
  tenant: () => platform,
  async run(_input, context) {
    const { actor, tx, now, concerns } = context
    if ((await freshSessionOf(tx, actor, now)) === null) return refuse(signInStale)
    if (!(await deletePassword(tx, actor.id))) return refuse(passwordNotFound)
    await deleteProgram(tx, actor.id)
    concerns([actor.id])
    await tellWayChange(context, { account: actor.id, way: 'password', deed: 'removed' })
    return { removed: true }
  },
})
