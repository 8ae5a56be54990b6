import { expect, it } from 'vitest'
import { listDrafts, removeDraft, returnDraft } from '../contract/index.ts'
import { studioPlatform } from '../studio-platform.fixture.ts'

const { platform, organisation, sara, begin, save } = await studioPlatform()

it('removes a draft, which can be returned for 30 days and is forgotten then', async () => {
  const draft = await begin()
  expect(await platform.run(removeDraft, { organisation, draft }, sara)).toEqual({ draft })
  expect(await platform.run(listDrafts, { organisation }, sara)).toEqual({ items: [] })
  expect(await platform.run(listDrafts, { organisation, removed: true }, sara)).toMatchObject({ items: [{ draft }] })
  for (const again of [
    platform.run(removeDraft, { organisation, draft }, sara),
    save(draft, 'notices/granted.md', 'New', 1),
  ])
    expect(await again).toMatchObject({ code: 'studio.draft-not-found' })
  platform.clock.advance({ days: 29 })
  await platform.settle()
  expect(await platform.run(listDrafts, { organisation, removed: true }, sara)).toMatchObject({ items: [{ draft }] })
  platform.clock.advance({ days: 2 })
  await platform.settle()
  expect(await platform.run(listDrafts, { organisation, removed: true }, sara)).toEqual({ items: [] })
  expect(await platform.run(returnDraft, { organisation, draft }, sara)).toMatchObject({
    code: 'studio.draft-not-found',
  })
})
