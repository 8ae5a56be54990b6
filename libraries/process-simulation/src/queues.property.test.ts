import { expect, inject, test } from 'vitest'
import { oneTask, processesOf, run } from './testing.fixture.ts'

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1))

/** Mean hours in the queue of M/M/c by Erlang's formula; `load` is arrivals by service rate. */
function erlangWait(arrivals: number, served: number, staff: number): number {
  const load = arrivals / served
  const full = (load ** staff / factorial(staff)) * (staff / (staff - load))
  const empty = Array.from({ length: staff }, (_, k) => load ** k / factorial(k)).reduce((sum, one) => sum + one, 0)
  return full / (empty + full) / (staff * served - arrivals)
}

const processes = await processesOf(oneTask)
const near = (actual: number, expected: number, share: number) => {
  expect(actual).toBeGreaterThan(expected * (1 - share))
  expect(actual).toBeLessThan(expected * (1 + share))
}

const loads = [
  [24, 3],
  [6, 1],
  [35, 5],
] as const

test.each(loads.slice(0, Math.ceil(loads.length * inject('share'))))(
  '%i arrivals an hour at %i people who do ten an hour wait as the formula says',
  (perHour, staff) => {
    const result = run(processes, {
      instances: 20_000,
      arrivals: { by: { exponential: { perHour } } },
      work: { work: { takes: { exponential: 'PT6M' } } },
      pools: { clerk: { staff } },
    })
    const wait = erlangWait(perHour, 10, staff) * 3600
    const [pool] = result.pools
    near(pool?.utilisation ?? 0, perHour / 10 / staff, 0.02)
    near(pool?.waiting?.mean ?? 0, wait, 0.1)
    near(result.time?.mean ?? 0, wait + 360, 0.05)
    near(pool?.queue.mean ?? 0, (wait / 3600) * perHour, 0.1)
    near(result.inSystem.mean, ((wait + 360) / 3600) * perHour, 0.06)
    near(result.throughputPerHour, perHour, 0.02)
    expect(result.nodes.find(({ node }) => node === 'work')?.processing?.mean).toBeCloseTo(360, -1)
  },
  60_000,
)

test('service without chance halves the queue, as Pollaczek and Khinchine say', () => {
  const of = (takes: object) =>
    run(processes, {
      instances: 20_000,
      arrivals: { by: { exponential: { perHour: 7 } } },
      work: { work: { takes } as never },
      pools: { clerk: { staff: 1 } },
    }).pools[0]?.waiting?.mean ?? 0
  near(of({ fixed: 'PT6M' }), (erlangWait(7, 10, 1) * 3600) / 2, 0.08)
}, 60_000)
