import { expect, it } from 'vitest'
import { listFitDocuments } from '../contract/index.ts'
import { credentialsPlatform, mother, stranger } from '../credentials-platform.fixture.ts'

const platform = await credentialsPlatform()

it('tells which results a wallet may hold: valid, one’s own, of a kind that is given to wallets', async () => {
  const fit = await platform.issue()
  const replaced = await platform.issue()
  await platform.issue({ replaces: replaced, given: 'Аяулым' })
  const documents = [fit, replaced, await platform.issue({ template: 'plain' })]
  expect(await platform.run(listFitDocuments, { person: mother.id, documents }, mother)).toEqual({
    items: [{ document: fit, type: 'birth-certificate' }],
  })
  expect(await platform.run(listFitDocuments, { person: stranger.id, documents }, stranger)).toEqual({ items: [] })
})
