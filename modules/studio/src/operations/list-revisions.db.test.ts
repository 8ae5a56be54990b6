import { expect, it } from 'vitest'
import { listRevisions } from '../contract/index.ts'
import { revisionsAtOnce } from '../rules/limits.ts'
import { studioPlatform } from '../studio-platform.fixture.ts'

const { platform, organisation, sara, dana, begin, save } = await studioPlatform()

it('tells who saved what, the newest first, page by page', async () => {
  const draft = await begin()
  await save(draft, 'notices/granted.md', 'One', 1, dana)
  await save(draft, 'notices/more.md', 'Two', null)
  await save(draft, 'notices/more.md', null, 3)
  const list = (before?: number) =>
    platform.run(listRevisions, { organisation, draft, ...(before === undefined ? {} : { before }) }, sara)
  expect(await list()).toMatchObject({
    items: [
      { revision: 4, files: [{ path: 'notices/more.md', change: 'removed' }] },
      { revision: 3, files: [{ path: 'notices/more.md', change: 'added' }] },
      {
        revision: 2,
        files: [{ path: 'notices/granted.md', change: 'changed' }],
        by: { name: { family: 'Примерова' } },
      },
      { revision: 1 },
    ],
    more: false,
  })
  expect(await list(2)).toMatchObject({ items: [{ revision: 1 }], more: false })
  for (let turn = 0; turn < revisionsAtOnce; turn++)
    await save(draft, 'notices/granted.md', `${turn}`, turn === 0 ? 2 : turn + 4)
  expect(await list()).toMatchObject({ more: true })
  expect(await platform.run(listRevisions, { organisation: 'health', draft }, sara)).toMatchObject({
    code: 'studio.draft-not-found',
  })
})
