const day = 86_400_000

/** A stamp is renewed so many days before it ends: long enough for a clock to be silent for weeks. */
const before = 180
/** And not again before so many days: a clock whose own end is near gives no better stamp today. */
const between = 30

/** From when on a file is to be stamped again. */
export function renewalOf(stampedUntil: Date): Date {
  return new Date(stampedUntil.getTime() - before * day)
}

/** When a file that was stamped just now is looked at again; null for one without a stamp. */
export function decideRenewal(stampedUntil: Date | null, now: Date): Date | null {
  if (stampedUntil === null) return null
  return new Date(Math.max(renewalOf(stampedUntil).getTime(), now.getTime() + between * day))
}
