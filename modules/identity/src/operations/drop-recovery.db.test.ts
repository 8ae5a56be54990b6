import { testPlatform } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { dropRecovery } from '../contract/index.ts'
import { operator } from '../identity-platform.fixture.ts'
import { identity } from '../index.ts'
import { insertRecovery } from '../store/recoveries.ts'

const platform = await testPlatform({ modules: [identity] })

test('a recovery ends once', async () => {
  const recovery = 'recovery_01960000-0000-7000-8000-000000000001'
  const person = 'person_01960000-0000-7000-8000-000000000001'
  await platform.database.transaction('platform', tx =>
    insertRecovery(tx, { recovery, person, document: 'Passport', by: operator(1).id, now: new Date(0) }),
  )
  expect(await platform.run(dropRecovery, { recovery }, operator(2))).toEqual({ recovery })
  expect(await platform.run(dropRecovery, { recovery }, operator(2))).toMatchObject({
    code: 'identity.recovery-not-found',
    pointer: '/recovery',
  })
})
