import type { Context } from '@tereze/foundation-operations'
import { type JsonObject, port } from '@tereze/operation'
import type { NationalNumber } from '../rules/decide-signer.ts'

/** Who people and organisations are; bound to registers, which signatures do not know. */
export interface Signers {
  /** National numbers of a person, an official or an organisation, of the kinds of its jurisdiction; none where no register knows them. */
  numbersOf(account: string): Promise<readonly NationalNumber[]>
  /** The person or the firm that a register gave a number; null where there is none, or more than one. */
  findByNumber(number: NationalNumber): Promise<string | null>
  /** The name that goes into a certificate; null where nobody knows one. */
  nameOf(account: string): Promise<string | null>
}
/** Bound by whoever composes the platform. */
export const signers = port<Signers>('signatures.signers')

/** What a passkey confirmed: which it was, and its COSE key (base64), with which anyone can check its answer again. */
export interface Confirmation {
  readonly passkey: string
  readonly publicKey: string
}

/** Passkeys of accounts; bound to identity, in the transaction of the operation that asks. */
export interface Confirmations {
  /** What a browser needs to confirm a digest (base64url) by a passkey of the actor; null where they have none. */
  prepare(context: Context, digest: string): Promise<JsonObject | null>
  /** The confirmation of a digest by the actor; null when the answer is none. */
  confirm(context: Context, digest: string, response: JsonObject): Promise<Confirmation | null>
}
/** Bound by whoever composes the platform. */
export const confirmations = port<Confirmations>('signatures.confirmations')
