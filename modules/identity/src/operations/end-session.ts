import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { endSession as definition, sessionNotFound } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { deleteSession } from '../store/sessions.ts'

/** Ends the asking session. */
export const endSession = handle(definition, {
  tenant: () => platform,
  async run(_input, { actor, tx }) {
    if (!('session' in actor) || !(await deleteSession(tx, actor.session))) return refuse(sessionNotFound)
    return { ended: true }
  },
})
