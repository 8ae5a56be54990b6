import type { Reader } from '@tereze/foundation-database'
import type { Actor } from '@tereze/operation'
import { platform } from './platform.ts'
import { isFresh } from './rules/decide-fresh.ts'
import { decideSession, idleLife } from './rules/decide-session.ts'
import { findSession, type KeptSession, listSessionsOf } from './store/sessions.ts'

/** The session of an actor that signed in here a short while ago; null for a token, another application or an old session. */
export async function freshSessionOf(reader: Reader, actor: Actor, now: Date): Promise<string | null> {
  if (!('session' in actor)) return null
  const session = await findSession(reader, platform, actor.session)
  return session !== null && isFresh(new Date(session.beganAt), now) ? session.session : null
}

/** Sessions of an account that have not ended, the last used first. */
export async function openSessionsOf(reader: Reader, account: string, now: Date): Promise<readonly KeptSession[]> {
  const kept = await listSessionsOf(reader, platform, account, new Date(now.getTime() - idleLife))
  return kept.filter(
    ({ beganAt, usedAt }) => decideSession({ beganAt: new Date(beganAt), usedAt: new Date(usedAt) }, now) !== 'ended',
  )
}
