import { getRow, sql } from '@tereze/foundation-database'
import { expect, test } from 'vitest'
import { aigul, identityPlatform } from '../identity-platform.fixture.ts'
import { forgetExpired } from './forget-expired.ts'

const platform = await identityPlatform()
const { newBrowser, signIn, clock, runner } = platform

test('what has ended is forgotten after a day', async () => {
  await signIn(newBrowser(), aigul)
  const count = async () =>
    (
      await getRow(
        platform.database,
        sql<{ n: number }>`select (select count(*) from identity.sessions) + (select count(*) from identity.codes)
          + (select count(*) from identity.openid where model <> 'Grant') as n`,
      )
    ).n
  expect(await count()).toBeGreaterThan(3)
  await forgetExpired.run(runner.jobContext('identity.forget-expired'))
  const kept = await count()
  expect(kept).toBeGreaterThan(0)
  clock.advance({ days: 2 })
  await forgetExpired.run(runner.jobContext('identity.forget-expired'))
  expect(await count()).toBe(0)
})
