import { expect, test } from 'vitest'
import { countBirthsOnThreeNodes } from './tell-on-three-nodes.ts'

const births = 500
const kills = [
  { node: 'B', at: 1 / 3, again: true },
  { node: 'C', at: 2 / 3, again: false },
] as const
const order = { births, kills, people: 8_000, seed: 20_261_128, patience: 25 * 60_000 }

const say = (line: string) => void process.stdout.write(`${line}\n`)

test(
  '1 000 cases on three nodes of which two are killed: every certificate once, every payment once, every notice once',
  async () => {
    const count = await countBirthsOnThreeNodes(order, say)
    say(JSON.stringify(count))
    expect(count.wrong).toEqual([])
    expect(count).toMatchObject({
      seen: { certificates: births, payments: births, cases: 2 * births },
      paid: { orders: births, accountsPaid: births },
      delivered: { shortMessages: 3 * births },
      kills: 2,
    })
  },
  30 * 60_000,
)
