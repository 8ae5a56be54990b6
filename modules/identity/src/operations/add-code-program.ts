import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { addCodeProgram as definition, passwordNotFound, programCodeWrong, signInStale } from '../contract/index.ts'
import { freshSessionOf } from '../own-session.ts'
import { passwords } from '../passwords.ts'
import { platform } from '../platform.ts'
import { upsertProgram } from '../store/code-programs.ts'
import { findPasswordOf } from '../store/passwords.ts'
import { tellWayChange } from '../tell-way-change.ts'

/** Adds a program that shows codes to the own account. */
export const addCodeProgram = handle(definition, {
  tenant: () => platform,
  async run({ code }, context) {
    const { actor, tx, now, port, concerns } = context
    const session = await freshSessionOf(tx, actor, now)
    if (session === null) return refuse(signInStale)
    if ((await findPasswordOf(tx, platform, actor.id)) === null) return refuse(passwordNotFound)
    const sealed = await port(passwords).seal(tx, { account: actor.id, session, code, now })
    if (sealed === null) return refuse(programCodeWrong, { pointer: '/code' })
    await upsertProgram(tx, { ...sealed, account: actor.id, now })
    concerns([actor.id])
    await tellWayChange(context, { account: actor.id, way: 'code-program', deed: 'added' })
    return { added: true }
  },
})
