import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { getBench, tellStories } from '../contract/index.ts'
import { studioPlatform } from '../studio-platform.fixture.ts'

const { platform, organisation, sara, begin, save, look } = await studioPlatform()

it('says how each story stands: stale when a part changed; one that was added or cannot be read changes nothing for the others', async () => {
  const draft = await begin()
  const path = (await look(draft)).files.find(file => file.path.startsWith('cases/'))?.path ?? ''
  async function states() {
    const found = await platform.run(getBench, { organisation, draft }, sara)
    if (isRefused(found)) throw new Error(found.code)
    return Object.fromEntries(found.stories.map(one => [one.path, one.state]))
  }
  await platform.run(tellStories, { organisation, draft }, sara)
  await platform.settle()
  await save(draft, 'cases/other.case.json', '{ broken', null)
  expect(await states()).toMatchObject({ 'cases/other.case.json': 'unreadable', [path]: 'holds' })
  const notice = (await look(draft)).files.find(file => file.path.startsWith('notices/'))
  await save(draft, notice?.path ?? '', 'Other\n', notice?.revision ?? 0)
  expect(await states()).toMatchObject({ [path]: 'stale' })
  expect(await platform.run(getBench, { organisation: 'health', draft }, sara)).toMatchObject({
    code: 'studio.draft-not-found',
  })
})
