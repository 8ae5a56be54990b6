import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { listRollbacks, reviewRollback } from '../contract/index.ts'
import { rollbacksPlatform } from '../rollbacks.fixture.ts'

const { platform, organisation, of, first, appoint, reviewer, release, rollBack } = await rollbacksPlatform()

it('lists what nobody has looked at yet', async () => {
  const list = () => platform.run(listRollbacks, { organisation }, reviewer)
  expect(await list()).toEqual({ items: [] })
  await release('9.0.0')
  const ordered = await rollBack('9.0.0')
  if (isRefused(ordered)) throw new Error(ordered.code)
  await platform.settle()
  expect(await list()).toMatchObject({ items: [{ package: of.package, from: '9.0.0', to: first, state: 'done' }] })
  const other = await appoint('Обозрелова', ['reviewer'])
  await platform.run(reviewRollback, { organisation, rollback: ordered.rollback, remarks: 'Right' }, other)
  expect(await list()).toEqual({ items: [] })
})
