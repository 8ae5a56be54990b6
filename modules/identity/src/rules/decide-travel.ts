import type { NetworkPlace } from '../ports/network-places/port.ts'

/** A sign-in: when, and about where, as far as anybody knows. */
export interface SignInPlace {
  readonly at: Date
  readonly place: Pick<NetworkPlace, 'latitude' | 'longitude' | 'radius'> | null
}

/** How far somebody came between two sign-ins, at least, and within how long. */
export interface Travel {
  readonly kilometres: number
  readonly minutes: number
}

/** Mean radius of the earth, kilometres (IUGG). */
const earth = 6371
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Kilometres along the surface of the earth (haversine). */
function distance(from: { latitude: number; longitude: number }, to: { latitude: number; longitude: number }): number {
  const up = Math.sin(radians(to.latitude - from.latitude) / 2) ** 2
  const along = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2
  const share = up + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * along
  return 2 * earth * Math.asin(Math.min(1, Math.sqrt(share)))
}

/**
 * The journey between two sign-ins of one account: the least that it can have been, as both places are known only so well. Null where
 * either place is not known or they are the same.
 */
export function decideTravel(earlier: SignInPlace | null, later: SignInPlace): Travel | null {
  if (earlier === null || earlier.place === null || later.place === null) return null
  const sure = distance(earlier.place, later.place) - earlier.place.radius - later.place.radius
  if (sure <= 0) return null
  const minutes = Math.max(0, later.at.getTime() - earlier.at.getTime()) / 60_000
  return { kilometres: Math.round(sure), minutes: Math.round(minutes * 10) / 10 }
}
