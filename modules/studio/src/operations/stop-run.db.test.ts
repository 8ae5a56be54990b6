import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { getBench, stopRun, tellStories } from '../contract/index.ts'
import { studioPlatform } from '../studio-platform.fixture.ts'

const { platform, organisation, sara, begin, bench } = await studioPlatform()

it('stops a run that waits, so that nothing is told; one that ended stays as it is', async () => {
  const draft = await begin()
  const tell = async () => {
    const asked = await platform.run(tellStories, { organisation, draft }, sara)
    if (isRefused(asked)) throw new Error(asked.code)
    return { organisation, run: asked.run }
  }
  const run = await tell()
  expect(await platform.run(stopRun, { ...run, organisation: 'health' }, sara)).toMatchObject({
    code: 'studio.run-not-found',
  })
  await platform.run(stopRun, run, sara)
  await platform.settle()
  expect(bench.orders).toEqual([])
  const last = async () => {
    const found = await platform.run(getBench, { organisation, draft }, sara)
    return isRefused(found) ? found.code : found.run
  }
  expect(await last()).toMatchObject({ run: run.run, state: 'stopped', told: 0 })
  platform.clock.advance({ seconds: 1 })
  const other = await tell()
  await platform.settle()
  await platform.run(stopRun, other, sara)
  expect(await last()).toMatchObject({ run: other.run, state: 'done' })
})
