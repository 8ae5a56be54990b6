/** How long a session lives unused, milliseconds. */
export const idleLife = 30 * 60_000
/** How long a session lives at most, milliseconds. */
export const wholeLife = 12 * 3_600_000
/** How often use is noted down, milliseconds. */
export const noteEvery = 60_000

/** When a session ends unless it is used. */
export function endOf(session: { beganAt: Date; usedAt: Date }): Date {
  return new Date(Math.min(session.usedAt.getTime() + idleLife, session.beganAt.getTime() + wholeLife))
}

/** What to do with a session at a use: it has ended, it goes on, or it goes on and that is worth noting. */
export function decideSession(session: { beganAt: Date; usedAt: Date }, now: Date): 'ended' | 'open' | 'note' {
  if (now.getTime() >= endOf(session).getTime()) return 'ended'
  return now.getTime() - session.usedAt.getTime() >= noteEvery ? 'note' : 'open'
}
