import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { codeProgramNotFound, removeCodeProgram as definition, signInStale } from '../contract/index.ts'
import { freshSessionOf } from '../own-session.ts'
import { platform } from '../platform.ts'
import { deleteProgram } from '../store/code-programs.ts'
import { tellWayChange } from '../tell-way-change.ts'

/** Removes the program that shows codes from the own account. */
export const removeCodeProgram = handle(definition, {
  tenant: () => platform,
  async run(_input, context) {
    const { actor, tx, now, concerns } = context
    if ((await freshSessionOf(tx, actor, now)) === null) return refuse(signInStale)
    if (!(await deleteProgram(tx, actor.id))) return refuse(codeProgramNotFound)
    concerns([actor.id])
    await tellWayChange(context, { account: actor.id, way: 'code-program', deed: 'removed' })
    return { removed: true }
  },
})
