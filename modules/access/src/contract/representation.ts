import { port, type Text } from '@tereze/operation'
import type { Tie } from './tie.ts'

/** What access needs to know of persons and organisations from registers. */
export interface Representation {
  /** By what the registers say today, for whom a person may act; only for one principal when it is named. */
  tiesOf(actor: string, principal?: string): Promise<readonly Tie[]>
  /** Who may act for a principal by what the registers say today. */
  tiesTo(principal: string): Promise<readonly Tie[]>
  /** The name of a person or organisation; null when no register knows it. */
  titleOf(principal: string): Promise<Text | null>
  /** The person with a number and a family name; null when there is none. */
  findPerson(by: { readonly identifier: string; readonly family: string }): Promise<string | null>
  /** The service of a case; null when there is no such case. */
  serviceOfCase(organisation: string, id: string): Promise<string | null>
  /** The local date at the portal's operator, `YYYY-MM-DD`. */
  today(): string
}
/** Bound to registers and cases by the composition root. */
export const representation = port<Representation>('access.representation')
