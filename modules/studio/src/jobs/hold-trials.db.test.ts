import { packageDesk } from '@tereze/catalogue/contract'
import { expect, it } from 'vitest'
import { holdTrialsJob } from '../jobs/hold-trials.ts'
import { rollbacksPlatform } from '../rollbacks.fixture.ts'

const { platform, of, set, sources, outside, versions } = await rollbacksPlatform()
const source = sources.find(({ id }) => id === of.package)

it('gives a trial no more cases once too many of them failed, once, and says so beside the figures', async () => {
  if (source === undefined) throw new Error('no service')
  const act = platform.runner.jobContext('test')
  const tried = { ...source, version: '9.0.0', hash: 'hash of 9.0.0' }
  await act.write('platform', context => context.port(packageDesk).publish(context, tried, 20))
  const look = async () => {
    const found = await holdTrialsJob.run(act)
    await platform.settle()
    return found
  }
  outside.failed = { cases: 40, faulty: 2 }
  expect(await look()).toBe(0)
  expect(set.trial('service', of.package)?.share).toBe(20)
  outside.failed = { cases: 20, faulty: 3 }
  expect(await look()).toBe(1)
  expect(await look()).toBe(0)
  const { trial, trialOrders } = await versions()
  expect(trial).toMatchObject({
    share: 0,
    isEarly: true,
    figures: [
      { version: '9.0.0', faulty: 3 },
      { version: source.version, faulty: 0 },
    ],
  })
  expect(trialOrders).toMatchObject([
    { change: 'hold', state: 'done', ordered: null, failed: { cases: 20, faulty: 3 } },
  ])
})
