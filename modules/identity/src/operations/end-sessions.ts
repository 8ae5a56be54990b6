import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { endSessions as definition, sessionNotFound } from '../contract/index.ts'
import { endSessionOf } from '../end-session-of.ts'
import { openSessionsOf } from '../own-session.ts'
import { platform } from '../platform.ts'

/** Ends one session of the own account, or all but the asking one. */
export const endSessions = handle(definition, {
  tenant: () => platform,
  async run({ session }, { actor, tx, now, ids, concerns }) {
    const own = 'session' in actor ? actor.session : null
    const open = (await openSessionsOf(tx, actor.id, now)).map(each => each.session)
    const wanted = session === undefined ? open.filter(each => each !== own) : open.filter(each => each === session)
    if (session !== undefined && wanted.length === 0) return refuse(sessionNotFound, { pointer: '/session' })
    for (const each of wanted) await endSessionOf(tx, each, { now, ids })
    concerns([actor.id])
    return { ended: wanted.length }
  },
})
