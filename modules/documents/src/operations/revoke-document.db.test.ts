import { expect, it } from 'vitest'
import { revokeDocument, verifyDocument } from '../contract/index.ts'
import { documentsPlatform, issuer, mother } from '../platform.fixture.ts'

const platform = await documentsPlatform()

it('takes a document out of force at once, by its issuer only, once', async () => {
  const { document, reference } = await platform.issue()
  const input = { organisation: 'civil-registry', document, reason: 'Issued by mistake' }
  expect(await platform.run(revokeDocument, { ...input, organisation: 'health' }, issuer)).toMatchObject({
    code: 'documents.document-not-found',
  })
  expect(await platform.run(revokeDocument, input, issuer)).toEqual({ document, status: 'revoked' })
  expect(await platform.run(revokeDocument, input, issuer)).toEqual({ document, status: 'revoked' })
  expect(await platform.run(verifyDocument, { reference }, mother)).toMatchObject({
    status: 'revoked',
    signature: 'holds',
  })
  await platform.settle()
  expect((await platform.listEvents('documents.document-withdrawn')).length).toBe(1)
})
