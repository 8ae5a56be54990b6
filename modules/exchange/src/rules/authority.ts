/** Purpose of the key by which an installation certifies in X.509. */
export const authorityPurpose = 'exchange-authority'
/** The id of the own authority among those that are trusted. */
export const ownAuthority = 'installation'
/** For how long the own authority is good, milliseconds. */
export const authorityTerm = 3650 * 86_400_000
/** For how long a certificate is good, milliseconds. */
export const certificateLife = 90 * 86_400_000
/** For how long a list of revoked certificates is good, milliseconds. */
export const revocationsTerm = 24 * 3_600_000
/** Clocks differ: a certificate is good from a little before it was made, milliseconds. */
export const clockSkew = 5 * 60_000

/** From when on a certificate should be renewed: the last third of its life. */
export function renewFrom(from: Date, until: Date): Date {
  return new Date(until.getTime() - (until.getTime() - from.getTime()) / 3)
}
