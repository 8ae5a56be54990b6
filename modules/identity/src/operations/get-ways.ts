import { handle } from '@tereze/foundation-operations'
import { getWays as definition } from '../contract/index.ts'
import { freshSessionOf } from '../own-session.ts'
import { passwords } from '../passwords.ts'
import { platform } from '../platform.ts'
import { findProgram } from '../store/code-programs.ts'
import { findPasswordOf } from '../store/passwords.ts'

/** Tells whether the own account has a password and a program that shows codes. */
export const getWays = handle(definition, {
  tenant: () => platform,
  async run(_input, { actor, tx, now, port }) {
    const password = await findPasswordOf(tx, platform, actor.id)
    const program = await findProgram(tx, platform, actor.id)
    const session = await freshSessionOf(tx, actor, now)
    return {
      signInName: password?.login ?? null,
      passwordSetAt: password?.setAt ?? null,
      codeProgramAddedAt: program?.addedAt ?? null,
      preparation:
        session === null || password === null || program !== null
          ? null
          : port(passwords).offer(session, password.login),
    }
  },
})
