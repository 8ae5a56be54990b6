import { expect, it } from 'vitest'
import { getOwnDocument } from '../contract/index.ts'
import { documentsPlatform, mother, stranger } from '../platform.fixture.ts'

const platform = await documentsPlatform()

it('gives the page to the person; to somebody else there is no such document', async () => {
  const { document } = await platform.issue()
  expect(await platform.run(getOwnDocument, { person: mother.id, document }, mother)).toMatchObject({
    document,
    blocks: [{ kind: 'fields', fields: [{ label: { kk: 'Бала' }, value: { kk: 'Алтынова Айсұлу' } }] }],
  })
  expect(await platform.run(getOwnDocument, { person: stranger.id, document }, stranger)).toMatchObject({
    code: 'documents.document-not-found',
  })
})
