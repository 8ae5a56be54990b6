import { expect, it } from 'vitest'
import { listOwnCredentials } from '../contract/index.ts'
import { credentialsPlatform, mother, stranger } from '../credentials-platform.fixture.ts'

const platform = await credentialsPlatform()

it('lists which results are in which wallet, newest first, in pages, to their person only', async () => {
  const documents = [await platform.issue(), await platform.issue()]
  for (const document of documents) await platform.fetchCredential(document)
  const first = await platform.needed(listOwnCredentials, { person: mother.id, limit: 1 }, mother)
  expect(first.items).toMatchObject([
    {
      document: documents[1],
      organisation: 'civil-registry',
      title: { en: 'Certificate' },
      wallet: null,
      key: platform.wallet.key.thumbprint,
      revokedAt: null,
    },
  ])
  const second = await platform.needed(
    listOwnCredentials,
    { person: mother.id, limit: 1, after: first.next ?? '' },
    mother,
  )
  expect(second).toMatchObject({ items: [{ document: documents[0] }], next: null })
  expect(await platform.run(listOwnCredentials, { person: stranger.id }, stranger)).toEqual({ items: [], next: null })
})
