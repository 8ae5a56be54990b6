import { type InputOf, isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { getBench, tellStories } from '../contract/index.ts'
import { studioPlatform, toldOf } from '../studio-platform.fixture.ts'

const { platform, organisation, sara, begin, look, bench } = await studioPlatform()
const draft = await begin()
const paths = Object.keys((await look(draft)).texts).filter(path => path.startsWith('cases/'))
const [path = ''] = paths

async function tell(more: Partial<InputOf<typeof tellStories>> = {}) {
  platform.clock.advance({ seconds: 1 })
  const asked = await platform.run(tellStories, { organisation, draft, ...more }, sara)
  if (isRefused(asked)) throw new Error(asked.code)
  await platform.settle()
  return asked.run
}
async function see() {
  const found = await platform.run(getBench, { organisation, draft }, sara)
  if (isRefused(found)) throw new Error(found.code)
  return { ...found, states: Object.fromEntries(found.stories.map(({ path, state }) => [path, state])) }
}

it('tells all stories or some, beside what is published, above its version; the results say which hold and what is not reached', async () => {
  expect((await see()).states).toEqual(Object.fromEntries(paths.map(one => [one, 'untold'])))
  bench.says(one =>
    one === path ? toldOf(one, { differences: [{ what: 'status', expected: 'a', found: 'b' }] }) : toldOf(one),
  )
  await tell()
  const [order] = bench.orders
  expect(order?.around.length).toBeGreaterThan(20)
  expect(order?.source.version).not.toBe(order?.around.find(({ id }) => id === order.source.id)?.version)
  const after = await see()
  expect(after.states).toEqual(Object.fromEntries(paths.map(one => [one, one === path ? 'fails' : 'holds'])))
  expect(after.run).toMatchObject({ state: 'done', told: paths.length, stories: paths.length })
  expect(after.stories.find(one => one.path === path)?.told?.differences).toHaveLength(1)
  expect(after.coverage.gaps).toEqual([{ kind: 'ground', name: 'one-time-birth-benefit late' }])

  bench.says(one => toldOf(one))
  await tell({ paths: [path] })
  expect(bench.orders.at(-1)?.stories.map(one => one.path)).toEqual([path])
  expect((await see()).states[path]).toBe('holds')
})

it('keeps that the bench broke down or refused the package', async () => {
  bench.ends({ ok: false, problem: 'package-faulty' })
  await tell()
  expect((await see()).run).toMatchObject({ state: 'failed', problem: 'package-faulty' })
  bench.ends(new Error('no memory'))
  platform.clock.advance({ seconds: 1 })
  await platform.run(tellStories, { organisation, draft }, sara)
  await platform.settle().catch(() => undefined)
  expect((await see()).run).toMatchObject({ state: 'failed', problem: 'broke-down' })
})

it('is refused for stories that are not there, where there is none, and when too many wait', async () => {
  const ask = (more: Partial<InputOf<typeof tellStories>>) =>
    platform.run(tellStories, { organisation, draft, ...more }, sara)
  expect(await ask({ paths: ['cases/none.case.json'] })).toMatchObject({
    code: 'studio.story-not-found',
    params: { path: 'cases/none.case.json' },
  })
  expect(await ask({ organisation: 'health' })).toMatchObject({ code: 'studio.draft-not-found' })
  for (let waiting = 0; waiting < 5; waiting++) await ask({})
  expect(await ask({})).toMatchObject({ code: 'studio.bench-busy', params: { limit: 5 } })
})
