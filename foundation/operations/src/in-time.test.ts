import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { inTime } from './in-time.ts'

const told: unknown[] = []
const report = (error: unknown) => void told.push(error)

it('gives what comes in time, and nothing where it does not; a failure that comes later is told', async () => {
  expect(await inTime(Promise.resolve('answer'), 1_000, report)).toBe('answer')
  expect(await inTime(new Promise(() => undefined), 5, report)).toBeNull()
  const failure = new Error('the line broke')
  const slow = sleep(15).then(() => {
    throw failure
  })
  expect(await inTime(slow, 5, report)).toBeNull()
  await sleep(25)
  expect(told).toEqual([failure])
})
