import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { changeNotFound, disownChange as definition, signInStale } from '../contract/index.ts'
import { endSessionOf } from '../end-session-of.ts'
import { freshSessionOf, openSessionsOf } from '../own-session.ts'
import { platform } from '../platform.ts'
import { deletePayloadsOfAccount } from '../store/openid.ts'
import { updateChangeDisowned } from '../store/way-changes.ts'
import { takeAway } from '../take-away.ts'
import { tellWayChange } from '../tell-way-change.ts'

/** Ends what somebody else may have made of a change: all but the asking session, and what the change added. */
export const disownChange = handle(definition, {
  tenant: () => platform,
  async run({ change }, context) {
    const { actor, tx, now, ids, concerns } = context
    const own = await freshSessionOf(tx, actor, now)
    if (own === null) return refuse(signInStale)
    const disowned = await updateChangeDisowned(tx, { account: actor.id, change, now })
    if (disowned === null) return refuse(changeNotFound, { pointer: '/change' })
    concerns([actor.id])
    const others = (await openSessionsOf(tx, actor.id, now)).filter(({ session }) => session !== own)
    for (const { session } of others) await endSessionOf(tx, session, { now, ids })
    await deletePayloadsOfAccount(tx, actor.id)
    const takenAway = await takeAway(tx, disowned, now)
    if (takenAway && disowned.way !== 'account') {
      const { way, thing } = disowned
      await tellWayChange(context, { account: actor.id, way, deed: 'removed', thing })
    }
    return { ended: others.length, takenAway }
  },
})
