import { official } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { getIssuedDocument } from '../contract/index.ts'
import { documentsPlatform, mother } from '../platform.fixture.ts'

const platform = await documentsPlatform()

it('gives it to the organisation that issued it, and the person sees that', async () => {
  const { document } = await platform.issue()
  const registrar = official({ organisation: 'civil-registry', roles: ['registrar'] })
  expect(await platform.run(getIssuedDocument, { organisation: 'civil-registry', document }, registrar)).toMatchObject({
    document,
    person: mother.id,
  })
  expect(platform.audited.at(-1)).toMatchObject({ actor: { id: registrar.id }, subjects: [mother.id] })
  expect(await platform.run(getIssuedDocument, { organisation: 'health', document }, registrar)).toMatchObject({
    code: 'documents.document-not-found',
  })
})
