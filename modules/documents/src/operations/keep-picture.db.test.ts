import { expect, it } from 'vitest'
import { getOwnDocument, keepPicture } from '../contract/index.ts'
import { documentsPlatform, issuer, mother } from '../platform.fixture.ts'

const platform = await documentsPlatform()

it('remembers the file of an own document', async () => {
  const { document } = await platform.issue()
  const hash = 'a'.repeat(64)
  expect(await platform.run(keepPicture, { organisation: 'health', document, hash }, issuer)).toMatchObject({
    code: 'documents.document-not-found',
  })
  await platform.run(keepPicture, { organisation: 'civil-registry', document, hash }, issuer)
  expect(await platform.run(getOwnDocument, { person: mother.id, document }, mother)).toMatchObject({ picture: hash })
})
