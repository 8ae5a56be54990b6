import { createHash } from 'node:crypto'
import { keyring } from '@tereze/foundation-keys'
import type { Context } from '@tereze/foundation-operations'
import { type RecordedConsent, writeRecord } from './write-record.ts'

/** The purpose of the key that signs receipts, and their type. */
export const receiptKey = 'consents'
/** Type of a receipt's JWS. */
export const receiptType = 'consent-receipt+jws'

/** How an audit line names a receipt: by its hash, so that the line's proof is the receipt's. */
export function markOf(receipt: string): string {
  return `receipt:${createHash('sha256').update(receipt).digest('base64url')}`
}

/** Signs a receipt by the key of the portal's operator. */
export async function signReceipt(context: Context, of: RecordedConsent): Promise<string> {
  const signer = await context.port(keyring).signer(context.tx, receiptKey)
  return signer.sign(JSON.stringify(writeRecord(of)), receiptType)
}
