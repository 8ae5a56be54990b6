import type { Package } from '@tereze/catalogue/contract'
import type { Term } from './service.ts'

/** Whom else an applicant has to ask to sign (`signatories.json` of a service). */
export interface Signatories {
  readonly clause: string
  /** FEEL over the case; absent: always. */
  readonly when?: string
  readonly kind: 'advanced' | 'qualified'
  readonly least: number
  readonly most: number
  /** FEEL over the case: persons to choose from, `{ id, name }`. */
  readonly from?: string
  readonly within: Term
}

/** What a service says of signatories; null where it wants none. */
export function signatoriesOf(pack: Package): Signatories | null {
  return (pack.json.get('signatories.json') as Signatories | undefined) ?? null
}
