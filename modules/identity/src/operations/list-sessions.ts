import { handle } from '@tereze/foundation-operations'
import { listSessions as definition } from '../contract/index.ts'
import { openSessionsOf } from '../own-session.ts'
import { platform } from '../platform.ts'

/** Lists the open sessions of the own account. */
export const listSessions = handle(definition, {
  tenant: () => platform,
  async run(_input, { actor, tx, now }) {
    const open = await openSessionsOf(tx, actor.id, now)
    const own = 'session' in actor ? actor.session : null
    return {
      items: open.map(({ session, browser, assurance, beganAt, usedAt }) => ({
        session,
        browser,
        assurance,
        beganAt,
        usedAt,
        current: session === own,
      })),
    }
  },
})
