import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { consentState } from '../consents/consent-state.ts'
import { markOf, receiptType } from '../consents/sign-receipt.ts'
import { agreements } from '../contract/agreements.ts'
import { verifyReceipt as definition } from '../contract/consent.ts'
import { platform } from '../platform.ts'
import { findConsentRow } from '../store/consents.ts'

/** Checks a receipt that somebody holds, and what became of its consent since. */
export const verifyReceipt = handle(definition, {
  tenant: () => platform,
  async run({ receipt }, context) {
    const mark = markOf(receipt)
    const payload = await context.port(keyring).verify(context.tx, platform, receipt, receiptType)
    if (payload === null) return { genuine: false, record: null, state: null, mark }
    const record = JSON.parse(payload) as Record<string, unknown>
    const row = await findConsentRow(context.tx, platform, String(record.record_id))
    if (row === null) return { genuine: true, record, state: null, mark }
    const { contract, recipient, purpose } = row
    const agreement = context.port(agreements).find({ contract, recipient, purpose })
    return { genuine: true, record, state: consentState(row, agreement, context.now), mark }
  },
})
