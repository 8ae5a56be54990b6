import { packageDesk } from '@tereze/catalogue/contract'
import { expect, it } from 'vitest'
import { listVersionsOnTrial } from '../contract/index.ts'
import { holdTrialsJob } from '../jobs/hold-trials.ts'
import { rollbacksPlatform } from '../rollbacks.fixture.ts'

const { platform, organisation, of, sources, outside, reviewer } = await rollbacksPlatform()

it("lists an organisation's own trials, those first that are held until a publisher decides", async () => {
  const list = () => platform.run(listVersionsOnTrial, { organisation }, reviewer)
  expect(await list()).toEqual({ items: [] })
  const act = platform.runner.jobContext('test')
  const source = sources.find(({ id }) => id === of.package)
  const other = sources.find(({ kind, id }) => kind === 'service' && id !== of.package)
  if (source === undefined || other === undefined) throw new Error('no two services')
  const card = { ...(JSON.parse(other.files['service.json'] ?? '') as object), provider: 'org:elsewhere' }
  const foreign = { ...other, files: { ...other.files, 'service.json': JSON.stringify(card) } }
  for (const one of [foreign, source])
    await act.write('platform', context =>
      context.port(packageDesk).publish(context, { ...one, version: '9.0.0', hash: `hash of ${one.id} 9.0.0` }, 20),
    )
  expect(await list()).toMatchObject({ items: [{ package: of.package, version: '9.0.0', share: 20 }] })
  outside.failed = { cases: 20, faulty: 3 }
  await holdTrialsJob.run(act)
  await platform.settle()
  expect(await list()).toMatchObject({ items: [{ package: of.package, version: '9.0.0', share: 0 }] })
})
