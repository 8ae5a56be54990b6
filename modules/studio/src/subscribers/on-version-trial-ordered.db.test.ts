import { packageDesk } from '@tereze/catalogue/contract'
import { expect, it } from 'vitest'
import { changeVersionTrial } from '../contract/index.ts'
import { rollbacksPlatform } from '../rollbacks.fixture.ts'

const { platform, of, set, sources, reviewer, versions } = await rollbacksPlatform()
const source = sources.find(({ id }) => id === of.package)

it('refuses where the trial ended meanwhile, and says so', async () => {
  if (source === undefined) throw new Error('no service')
  const act = platform.runner.jobContext('test')
  const tried = { ...source, version: '9.0.0', hash: 'hash of 9.0.0' }
  await act.write('platform', context => context.port(packageDesk).publish(context, tried, 20))
  const wanted = { ...of, version: '9.0.0', change: 'adopt', reason: 'The figures are alike' } as const
  await platform.run(changeVersionTrial, wanted, reviewer)
  await act.write('platform', context =>
    context.port(packageDesk).withdraw(context, { kind: 'service', id: of.package, version: '9.0.0' }),
  )
  await platform.settle()
  expect(set.get('service', of.package).version).toBe(source.version)
  const [refused] = (await versions()).trialOrders
  expect(refused).toMatchObject({ state: 'refused', problem: { en: 'This version is not on trial any more' } })
})
