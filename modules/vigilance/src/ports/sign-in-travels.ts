import type { Reader } from '@tereze/foundation-database'
import { port } from '@tereze/operation'

/** How far somebody came between two sign-ins, at least, and within how long. */
export interface SignInTravel {
  readonly kilometres: number
  readonly minutes: number
}

/** Journeys between sign-ins: what the traces of sign-ins say, as long as they are kept. */
export interface SignInTravels {
  /** Journeys to sign-ins, by the correlation of their lines; none for those without one. */
  find(reader: Reader, correlations: readonly string[]): Promise<ReadonlyMap<string, SignInTravel>>
}

/** Bound to the identity module by the composition root. */
export const signInTravels = port<SignInTravels>('vigilance.sign-in-travels')
