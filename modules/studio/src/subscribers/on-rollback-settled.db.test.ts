import { expect, it } from 'vitest'
import { rollbackSettled } from '../contract/index.ts'
import { rollbacksPlatform } from '../rollbacks.fixture.ts'

const { platform, organisation, release, rollBack, versions } = await rollbacksPlatform()

it('keeps the outcome once: what is told later changes nothing', async () => {
  await release('9.0.0')
  await rollBack('9.0.0')
  await platform.settle()
  const [done] = (await versions()).rollbacks
  expect(done).toMatchObject({ state: 'done' })
  await platform.runner.jobContext('test').write('platform', async context => {
    const rollback = done?.rollback ?? ''
    const data = { organisation, rollback, done: false, problems: [] }
    await context.emit(rollbackSettled, { subject: rollback, data })
  })
  await platform.settle()
  expect((await versions()).rollbacks).toEqual([done])
})
