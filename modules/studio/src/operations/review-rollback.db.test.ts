import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { reviewRollback } from '../contract/index.ts'
import { rollbacksPlatform } from '../rollbacks.fixture.ts'

const { platform, organisation, reviewer, appoint, release, rollBack, versions } = await rollbacksPlatform()

it('is done afterwards by somebody else, who says something, once', async () => {
  await release('9.0.0')
  const ordered = await rollBack('9.0.0')
  if (isRefused(ordered)) throw new Error(ordered.code)
  const { rollback } = ordered
  const other = await appoint('Обозрелова', ['reviewer'])
  const look = (who: typeof other, remarks = 'It was right', of = rollback) =>
    platform.run(reviewRollback, { organisation, rollback: of, remarks }, who)
  expect(await look(other)).toMatchObject({ code: 'studio.rollback-state' })
  await platform.settle()
  expect(
    await look(
      other,
      'x',
      rollback.replace(/.$/, digit => (digit === '0' ? '1' : '0')),
    ),
  ).toMatchObject({
    code: 'studio.rollback-not-found',
  })
  expect(await look({ ...reviewer, roles: ['reviewer'] })).toMatchObject({ code: 'studio.rollback-own' })
  expect(await look(other, ' ')).toMatchObject({ code: 'studio.remarks-needed' })
  expect((await versions(other)).rollbacks).toMatchObject([{ mayReview: true }])
  expect(await look(other)).toEqual({ rollback })
  expect((await versions(other)).rollbacks).toMatchObject([{ remarks: 'It was right', mayReview: false }])
  expect(await look(other)).toMatchObject({ code: 'studio.rollback-state' })
})
