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

  // Of two drawn at once the first stays; a lost one is replaced by name.
  const other = 'b'.repeat(64)
  const keep = (instead?: string) =>
    platform.run(
      keepPicture,
      { organisation: 'civil-registry', document, hash: other, ...(instead === undefined ? {} : { instead }) },
      issuer,
    )
  expect(await keep()).toEqual({ document, hash })
  expect(await keep(hash)).toEqual({ document, hash: other })
})
