import type { Statement } from '@tereze/signatures/contract'
import type { Reading } from './call-signed.ts'

/** What waits to be signed by whoever works here. */
export interface SigningWanted {
  readonly statement: Statement
  readonly reading: Reading
  /** Whether the statement says what was wanted; otherwise it is not signed. */
  readonly isSame: boolean
}

interface Waiting extends SigningWanted {
  readonly settle: (signed: boolean) => void
}

let waiting: readonly Waiting[] = []
const listeners = new Set<() => void>()

function become(next: readonly Waiting[]): void {
  waiting = next
  for (const listener of listeners) listener()
}

/** Asks for a signature: true when it was given, false when it was not. One is asked for at a time. */
export function wantSignature(wanted: SigningWanted): Promise<boolean> {
  return new Promise(settle => become([...waiting, { ...wanted, settle }]))
}

/** What has to be signed now; null while nothing has. */
export const signingWanted = (): SigningWanted | null => waiting[0] ?? null

/** It was signed, or will not be. */
export function settleSigning(signed: boolean): void {
  const [first, ...others] = waiting
  become(others)
  first?.settle(signed)
}

/** Tells when that changes. */
export function onSigningWanted(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
