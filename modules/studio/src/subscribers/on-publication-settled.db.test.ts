import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { publicationsPlatform } from '../publications.fixture.ts'

const { platform, sara, dana, asked, ask, tried, review, publish, get, look, save } = await publicationsPlatform()

it('keeps the outcome; the draft goes on from what was published, and who wrote that may review what others change', async () => {
  const publication = await asked(undefined, dana)
  await review(publication, true)
  await publish(publication)
  await platform.settle()
  const { draft } = (await get(publication)).publication
  const found = await look(draft)
  expect(found.draft.base).toEqual({ version: '9.0.0', hash: (await get(publication)).hash, revision: 2 })
  expect(await ask(draft, 2, { version: '9.0.1' })).toMatchObject({ code: 'studio.draft-unchanged' })
  await save(draft, 'messages/en.json', `${found.texts['messages/en.json']}\n`, 1, sara)
  await tried(draft)
  const next = await ask(draft, 3, { version: '9.0.1' })
  if (isRefused(next)) throw new Error(next.code)
  const both = { ...dana, roles: ['developer', 'reviewer'] }
  expect(await review(next.publication, true, '', both)).toMatchObject({ state: 'approved' })
})
