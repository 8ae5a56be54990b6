import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { getTrial, tellStories } from '../contract/index.ts'
import { studioPlatform } from '../studio-platform.fixture.ts'

const { platform, organisation, sara, begin } = await studioPlatform()

it('gives trials only: a run of stories is told by the bench', async () => {
  const asked = await platform.run(tellStories, { organisation, draft: await begin() }, sara)
  if (isRefused(asked)) throw new Error(asked.code)
  expect(await platform.run(getTrial, { organisation, run: asked.run }, sara)).toMatchObject({
    code: 'studio.run-not-found',
  })
})
