import { expect, test } from 'vitest'
import { msOf, samplerOf } from './distribution.ts'
import { randomOf } from './random.ts'
import type { Distribution } from './scenario.ts'

const drawn = (distribution: Distribution) => {
  const draw = samplerOf(distribution, randomOf(1, 'test'))
  return Array.from({ length: 20_000 }, draw)
}
const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length
const variance = (values: readonly number[]) => {
  const middle = mean(values)
  return mean(values.map(one => (one - middle) ** 2))
}

test('durations are days of 24 hours, hours, minutes, seconds', () => {
  expect(msOf('P1DT2H3M4.5S')).toBe(((26 * 60 + 3) * 60 + 4.5) * 1000)
})

test('an exponential distribution has its mean as deviation', () => {
  const values = drawn({ exponential: 'PT1M' })
  expect(mean(values) / 60_000).toBeCloseTo(1, 1)
  expect(Math.sqrt(variance(values)) / 60_000).toBeCloseTo(1, 1)
})

test('a triangular distribution stays between its corners, with their mean and variance', () => {
  const values = drawn({ triangular: { least: 'PT1M', likely: 'PT2M', most: 'PT6M' } })
  expect(Math.min(...values)).toBeGreaterThanOrEqual(60_000)
  expect(Math.max(...values)).toBeLessThanOrEqual(360_000)
  expect(mean(values) / 60_000).toBeCloseTo(3, 1)
  expect(variance(values) / 60_000 ** 2).toBeCloseTo((1 + 4 + 36 - 2 - 6 - 12) / 18, 1)
})

test('observed durations come equally often', () => {
  const values = drawn({ empirical: ['PT1S', 'PT2S', 'PT3S', 'PT4S'] })
  for (const ms of [1_000, 2_000, 3_000, 4_000])
    expect(values.filter(value => value === ms).length / values.length).toBeCloseTo(0.25, 1)
})

test('numbers of different names have nothing to do with each other, those of the same name are the same', () => {
  const pairs = Array.from({ length: 5_000 }, (_, at) => [randomOf(at, 'a')(), randomOf(at, 'b')()] as const)
  const covariance = mean(pairs.map(([a, b]) => (a - 0.5) * (b - 0.5)))
  expect(Math.abs(covariance * 12)).toBeLessThan(0.05)
  expect(randomOf(7, 'a')()).toBe(randomOf(7, 'a')())
})
