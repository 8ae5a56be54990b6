import { expect, it } from 'vitest'
import { takesTrial } from './takes-trial.ts'

const keys = Array.from({ length: 20_000 }, (_, number) => `person_0198a000-0000-7000-8000-${number.toString(16)}`)
const taking = (trial: string, share: number) => keys.filter(key => takesTrial(trial, key, share))

it('takes about the share that is stated, none of 0, and keeps who took it when the share grows', () => {
  expect(taking('service:a@2.0.0', 0)).toEqual([])
  for (const share of [1, 10, 50]) {
    const part = taking('service:a@2.0.0', share).length / keys.length
    expect(Math.abs(part - share / 100)).toBeLessThan(0.01)
  }
  const wide = new Set(taking('service:a@2.0.0', 25))
  expect(taking('service:a@2.0.0', 10).every(key => wide.has(key))).toBe(true)
})

it('takes others at another trial, and always says the same', () => {
  const both = taking('service:a@2.0.0', 10).filter(key => takesTrial('service:b@2.0.0', key, 10))
  expect(both.length / keys.length).toBeLessThan(0.02)
  const said = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'].map(key => takesTrial('service:a@2.0.0', key, 50))
  expect(said).toEqual([false, false, true, false, true, true])
})
