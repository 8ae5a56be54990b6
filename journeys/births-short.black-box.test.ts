import { expect, test } from 'vitest'
import { countBirthsUnderFire } from './births/tell-births.ts'

const births = 12
const order = { births, repeated: 3, kills: 3, people: 400, seed: 7, patience: 4 * 60_000 }

test('births told while the platform is killed: every certificate once, every payment once, every notice once', async () => {
  const count = await countBirthsUnderFire(order, () => undefined)
  expect(count.wrong).toEqual([])
  expect(count).toMatchObject({
    certificates: births,
    payments: births,
    orders: births,
    accountsPaid: births,
    kills: 3,
  })
}, 300_000)
