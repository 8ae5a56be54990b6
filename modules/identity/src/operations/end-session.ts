import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { endSession as definition, sessionNotFound } from '../contract/index.ts'
import { endSessionOf } from '../end-session-of.ts'
import { platform } from '../platform.ts'

/** Ends the asking session. */
export const endSession = handle(definition, {
  tenant: () => platform,
  async run(_input, { actor, tx, now, ids }) {
    if (!('session' in actor) || !(await endSessionOf(tx, actor.session, { now, ids }))) return refuse(sessionNotFound)
    return { ended: true }
  },
})
