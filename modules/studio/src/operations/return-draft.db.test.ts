import { expect, it } from 'vitest'
import { removeDraft, returnDraft } from '../contract/index.ts'
import { studioPlatform } from '../studio-platform.fixture.ts'

const { platform, organisation, sara, begin, look } = await studioPlatform()

it('returns a removed draft with everything in it, and nothing that was not removed', async () => {
  const draft = await begin()
  const before = await look(draft)
  expect(await platform.run(returnDraft, { organisation, draft }, sara)).toMatchObject({
    code: 'studio.draft-not-found',
  })
  await platform.run(removeDraft, { organisation, draft }, sara)
  expect(await platform.run(returnDraft, { organisation, draft }, sara)).toEqual({ draft })
  expect(await look(draft)).toEqual(before)
  await platform.settle()
  expect((await platform.listEvents('studio.draft-removed')).map(({ data }) => data)).toEqual([
    { draft, removed: true },
    { draft, removed: false },
  ])
})
