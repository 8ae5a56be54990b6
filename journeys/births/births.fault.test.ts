import { expect, test } from 'vitest'
import { countBirthsUnderFire } from './tell-births.ts'

const births = 180
const order = { births, repeated: 20, kills: 30, people: 2_500, seed: 20_261_122, patience: 20 * 60_000 }

const say = (line: string) => void process.stdout.write(`${line}\n`)

test(
  '200 notifications of 180 births, 30 kills: every certificate once, every payment once, every notice once',
  async () => {
    const count = await countBirthsUnderFire(order, say)
    say(JSON.stringify(count))
    expect(count.wrong).toEqual([])
    expect(count).toMatchObject({
      certificates: births,
      payments: births,
      orders: births,
      accountsPaid: births,
      kills: 30,
    })
  },
  30 * 60_000,
)
