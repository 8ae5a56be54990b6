import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { beginRecovery, confirmRecovery, dropRecovery, listRecoveries } from '../contract/index.ts'
import { dana, identityPlatform, numberOf, operator } from '../identity-platform.fixture.ts'
import { recoveryLife } from '../recovery.ts'

const platform = await identityPlatform()
const { call } = platform.runner

test('nobody confirms what they began, nothing is confirmed twice, late or after its end', async () => {
  const begin = async () => {
    const begun = await call(beginRecovery, { number: numberOf(dana), document: 'Passport 0000' }, operator(1))
    if (isRefused(begun)) throw new Error(begun.code)
    return begun
  }
  const begun = await begin()
  expect(await call(confirmRecovery, begun, operator(1))).toMatchObject({ code: 'identity.recovery-own' })
  const both = await Promise.all([call(confirmRecovery, begun, operator(2)), call(confirmRecovery, begun, operator(3))])
  expect(both.filter(isRefused)).toMatchObject([{ code: 'identity.recovery-not-found' }])
  const dropped = await begin()
  expect(await call(dropRecovery, dropped, operator(1))).toEqual(dropped)
  expect(await call(confirmRecovery, dropped, operator(2))).toMatchObject({ code: 'identity.recovery-not-found' })
  const late = await begin()
  platform.clock.advance({ milliseconds: recoveryLife })
  expect(await call(confirmRecovery, late, operator(2))).toMatchObject({ code: 'identity.recovery-not-found' })
  expect(await call(listRecoveries, {}, operator(2))).toEqual({ items: [] })
})
