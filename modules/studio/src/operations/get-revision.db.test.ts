import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { getRevision } from '../contract/index.ts'
import { studioPlatform } from '../studio-platform.fixture.ts'

const { platform, organisation, sara, begin, save, look } = await studioPlatform()

it('gives the files as they were after a revision, also those that were removed later', async () => {
  const draft = await begin()
  const first = await look(draft)
  await save(draft, 'notices/granted.md', null, 1)
  await save(draft, 'notices/new.md', 'New', null)
  const at = (revision: number) => platform.run(getRevision, { organisation, draft, revision }, sara)
  const then = await at(1)
  if (isRefused(then)) throw new Error(then.code)
  expect(then.files).toEqual(first.files)
  expect(await at(2)).toMatchObject({ revision: { files: [{ path: 'notices/granted.md', change: 'removed' }] } })
  expect(await at(9)).toMatchObject({ code: 'studio.revision-not-found', pointer: '/revision' })
})
