import { expect, it } from 'vitest'
import { restoreRevision } from '../contract/index.ts'
import { studioPlatform } from '../studio-platform.fixture.ts'

const { platform, organisation, sara, begin, save, look } = await studioPlatform()

it('brings a revision back as a new one, so that this too can be taken back', async () => {
  const draft = await begin()
  const first = await look(draft)
  await save(draft, 'notices/granted.md', null, 1)
  await save(draft, 'notices/new.md', 'New', null)
  const restore = (revision: number, seen: number) =>
    platform.run(restoreRevision, { organisation, draft, revision, seen }, sara)
  expect(await restore(1, 2)).toMatchObject({ code: 'studio.file-changed', pointer: '/seen', params: { by: sara.id } })
  expect(await restore(1, 3)).toMatchObject({ revision: 4 })
  expect((await look(draft)).texts).toEqual(first.texts)
  expect(await restore(1, 4)).toMatchObject({ code: 'studio.revision-same' })
  expect(await restore(3, 4)).toMatchObject({ revision: 5 })
  expect((await look(draft)).texts['notices/new.md']).toBe('New')
  expect(await restore(8, 5)).toMatchObject({ code: 'studio.revision-not-found' })
})
