import { port } from '@tereze/operation'

/** What the register of machine-readable powers says of one. `unknown`: it has none under this number. */
export interface RegisteredPower {
  readonly state: 'in-force' | 'revoked' | 'unknown'
  /** The power that it was given on under; null where it was not given on, absent where the register does not say. */
  readonly under?: string | null
}

/** The register in which powers of attorney that come as files are kept and revoked. */
export interface PowersRegistry {
  /** What it says of a power now; null when it does not answer. */
  ask(number: string): Promise<RegisteredPower | null>
}
/** Bound by whoever composes the platform; null where there is no line to one. */
export const powersRegistry = port<PowersRegistry | null>('signatures.powers-registry')
