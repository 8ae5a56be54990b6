import { packages } from '@tereze/catalogue/contract'
import { rows } from '@tereze/foundation-database'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { changeVersionTrial, type TrialChange } from '../contract/index.ts'
import { rollbacksPlatform } from '../rollbacks.fixture.ts'
import { dueTrials } from '../store/version-trials.ts'

const { platform, of, first, versions, changed, ask, review, publish, get, set, ...studio } = await rollbacksPlatform()
const { sara, reviewer, begin, look, save, tried: peopleTried } = studio
const reason = 'The figures of both versions are alike'
const change = (version: string, what: TrialChange, share?: number, who = reviewer) =>
  platform.run(
    changeVersionTrial,
    { ...of, version, change: what, reason, ...(share === undefined ? {} : { share }) },
    who,
  )
/** Publishes version as a trial with 10 % of new cases. */
async function tried(version: string) {
  const draft = await begin()
  const path = (await look(draft)).files.find(file => file.path.startsWith('notices/'))?.path ?? ''
  await save(draft, path, `Words of ${version}\n`, 1)
  await peopleTried(draft)
  const asked = await ask(draft, 2, { version, trial: 10 })
  if (isRefused(asked)) throw new Error(asked.code)
  await review(asked.publication, true)
  await publish(asked.publication)
  await platform.settle()
  return asked.publication
}
const takers = () =>
  Array.from({ length: 300 }, (_, key) => set.forNew('service', of.package, `person ${key}`)?.version)
/** Whether there is a trial to look after. */
async function isWatched(): Promise<boolean> {
  const [found] = await rows(platform.runner.jobContext('test').database, dueTrials)
  return found?.at !== null
}

it('a version is tried with a share of what begins, widened, and taken into use; nothing else is published meanwhile', async () => {
  expect(await isWatched()).toBe(false)
  const publication = await tried('9.0.0')
  expect((await get(publication)).publication).toMatchObject({ state: 'published', trial: 10 })
  expect(set.get('service', of.package).version).toBe(first)
  const few = takers().filter(version => version === '9.0.0').length
  expect(few).toBeGreaterThan(0)
  expect(few).toBeLessThan(90)
  expect(await versions()).toMatchObject({ trial: { version: '9.0.0', share: 10 }, mayChangeTrial: true })
  expect(await ask(await changed(), 2, { version: '9.1.0' })).toMatchObject({ code: 'studio.trial-open' })

  expect(await change('9.0.0', 'share', 50, sara)).toMatchObject({ code: 'operations.permission-missing' })
  expect(await change('9.0.0', 'share', 50, { ...sara, roles: ['publisher'] })).toMatchObject({
    code: 'studio.publication-own',
  })
  expect(await change('9.0.0', 'share', 50)).toHaveProperty('order')
  expect(await change('9.0.0', 'end')).toMatchObject({ code: 'studio.trial-busy' })
  await platform.settle()
  expect(takers().filter(version => version === '9.0.0').length).toBeGreaterThan(few)
  expect(await isWatched()).toBe(true)
  await change('9.0.0', 'adopt')
  await platform.settle()
  expect(new Set(takers())).toEqual(new Set(['9.0.0']))
  expect(await isWatched()).toBe(false)
  const { trial, trialOrders } = await versions()
  expect([trial, trialOrders.map(one => [one.change, one.share, one.state])]).toEqual([
    null,
    [
      ['adopt', null, 'done'],
      ['share', 50, 'done'],
    ],
  ])
  expect(await change('9.0.0', 'end')).toMatchObject({ code: 'studio.version-not-tried' })
})

it('a trial that ends leaves the version to what runs, and nothing begins with it', async () => {
  await tried('9.1.0')
  await change('9.1.0', 'end')
  await platform.settle()
  expect(new Set(takers())).toEqual(new Set(['9.0.0']))
  expect(platform.runner.jobContext('test').ports.get(packages).get('service', of.package, '9.1.0').version).toBe(
    '9.1.0',
  )
  expect((await versions()).versions[0]).toEqual({ version: '9.1.0', use: 'withdrawn' })
})
