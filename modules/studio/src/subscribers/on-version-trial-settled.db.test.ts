import { packageDesk } from '@tereze/catalogue/contract'
import { expect, it } from 'vitest'
import { changeVersionTrial, versionTrialSettled } from '../contract/index.ts'
import { rollbacksPlatform } from '../rollbacks.fixture.ts'

const { platform, organisation, of, sources, reviewer, versions } = await rollbacksPlatform()
const source = sources.find(({ id }) => id === of.package)

it('keeps the outcome once: what is told later changes nothing', async () => {
  if (source === undefined) throw new Error('no service')
  const act = platform.runner.jobContext('test')
  const tried = { ...source, version: '9.0.0', hash: 'hash of 9.0.0' }
  await act.write('platform', context => context.port(packageDesk).publish(context, tried, 20))
  const wanted = { ...of, version: '9.0.0', change: 'share', share: 30, reason: 'Nothing failed so far' } as const
  await platform.run(changeVersionTrial, wanted, reviewer)
  await platform.settle()
  const [done] = (await versions()).trialOrders
  expect(done).toMatchObject({ state: 'done', share: 30, problem: null })
  await act.write('platform', async context => {
    const order = done?.order ?? ''
    const data = { organisation, order, problem: 'studio.version-not-tried' }
    await context.emit(versionTrialSettled, { subject: order, data })
  })
  await platform.settle()
  expect((await versions()).trialOrders).toEqual([done])
})
