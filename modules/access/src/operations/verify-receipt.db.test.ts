import { expect, test } from 'vitest'
import { giveConsent, verifyReceipt } from '../contract/index.ts'
import { accountant, helper, powersPlatform, subject } from '../powers-platform.fixture.ts'

const platform = await powersPlatform()
const person = accountant.id

test('a receipt tells all that ISO/IEC TS 27560 asks for, and a changed one is not genuine', async () => {
  const { consent, receipt } = await platform.must(giveConsent, { person, ...subject, agreement: 'first' }, accountant)
  const checked = await platform.must(verifyReceipt, { receipt }, helper)
  expect(checked).toMatchObject({
    genuine: true,
    state: 'in-force',
    record: {
      schema_version: 'ISO/IEC TS 27560:2023',
      record_id: consent,
      pii_principal_id: person,
      privacy_notice: { version: '1', hash: 'first', language: 'en' },
      purposes: [
        {
          purpose: 'loan-decision',
          pii_controllers: ['tax-agency'],
          recipient_third_parties: ['demo-bank'],
          pii_information: [{ pii_type: subject.contract }],
        },
      ],
      events: [{ event_state: 'consent given', entity_id: person }],
    },
  })
  expect(platform.audited.flatMap(({ fields }) => fields)).toContain(checked.mark)
  const [head = '', body = '', signature = ''] = receipt.split('.')
  expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toMatchObject({ typ: 'consent-receipt+jws' })
  const record = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>
  const changed = Buffer.from(JSON.stringify({ ...record, record_id: 'consent_other' })).toString('base64url')
  expect(await platform.must(verifyReceipt, { receipt: [head, changed, signature].join('.') }, helper)).toMatchObject({
    genuine: false,
    record: null,
    state: null,
  })
})
