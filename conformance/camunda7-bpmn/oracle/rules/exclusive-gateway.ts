import type { Flow } from '../model.ts'

/**
 * Clause 13.3.2, table 13.2: conditions are evaluated in order; the first that is true takes the token, and no further
 * one is looked at. Each incoming token goes through by itself.
 */
export function chooseExclusive(holding: readonly Flow[]): Flow | undefined {
  return holding[0]
}
