const day = 86_400_000

/** For how long the authority for seals is made, days: ten years. */
export const authorityDays = 3650
/** How long before the end of an authority its successor begins, days: longer than a seal and a stamp's renewal take, so that nothing outlives who certified it. */
export const succeedDays = 548
/** For how long a seal is certified, days: a year. */
export const sealDays = 365
/** A seal is certified anew when less than this is left, days. */
export const renewDays = 30
/** For how long a list of revoked seals may be used, days. */
export const listDays = 1

/** A term from a moment on. It begins five minutes before, since clocks differ. */
export function termFrom(now: Date, days: number): { readonly from: Date; readonly until: Date } {
  return { from: new Date(now.getTime() - 300_000), until: new Date(now.getTime() + days * day) }
}

/** A term from a moment on that ends no later than whoever certifies. */
export function termWithin(
  now: Date,
  days: number,
  above: { readonly until: string },
): { readonly from: Date; readonly until: Date } {
  const { from, until } = termFrom(now, days)
  return { from, until: new Date(Math.min(until.getTime(), Date.parse(above.until))) }
}

/** Whether a seal's certificate can still be used for new signatures. */
export function isUsable(seal: { readonly until: string; readonly revokedAt: string | null }, now: Date): boolean {
  return seal.revokedAt === null && Date.parse(seal.until) - now.getTime() > renewDays * day
}
