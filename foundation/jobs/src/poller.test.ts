import { type JobContext, job } from '@tereze/foundation-operations'
import { describe, expect, it } from 'vitest'
import { createPoller } from './poller.ts'

const context = () => ({}) as JobContext

function until(condition: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const began = Date.now()
    const timer = setInterval(() => {
      if (condition()) {
        clearInterval(timer)
        resolve()
      } else if (Date.now() - began > 3000) {
        clearInterval(timer)
        reject(new Error('waited too long'))
      }
    }, 5)
  })
}

describe('poller', () => {
  it('looks again at once while there is more, and when woken', async () => {
    let left = 3
    let looks = 0
    const poller = createPoller(
      [
        job({
          name: 'a',
          every: 60_000,
          run: async () => {
            looks++
            return left > 0 ? left-- && 1 : 0
          },
        }),
      ],
      context,
      () => undefined,
    )
    poller.start()
    await until(() => looks === 4)
    left = 1
    poller.wake('a')
    await until(() => looks === 6)
    await poller.stop()
    expect(left).toBe(0)
  })

  it('goes on after a failure and tells of it', async () => {
    const failures: string[] = []
    let looks = 0
    const poller = createPoller(
      [
        job({
          name: 'b',
          every: 5,
          run: async () => {
            looks++
            if (looks === 1) throw new Error('down')
            return 0
          },
        }),
      ],
      context,
      name => failures.push(name),
    )
    poller.start()
    await until(() => looks >= 3)
    await poller.stop()
    expect(failures).toEqual(['b'])
  })

  it('lets running work end before it stops', async () => {
    let ended = false
    const poller = createPoller(
      [
        job({
          name: 'c',
          every: 1000,
          run: async () => {
            await new Promise(resolve => setTimeout(resolve, 50))
            ended = true
            return 0
          },
        }),
      ],
      context,
      () => undefined,
    )
    poller.start()
    await new Promise(resolve => setTimeout(resolve, 5))
    await poller.stop()
    expect(ended).toBe(true)
  })
})

it('a patient job is not woken by what concerns everybody, and rests between looks', async () => {
  let looks = 0
  let others = 0
  const poller = createPoller(
    [
      job({
        name: 'upkeep',
        every: 60_000,
        patient: true,
        run: async () => {
          looks++
          return 1
        },
      }),
      job({
        name: 'queue',
        every: 60_000,
        run: async () => {
          others++
          return 0
        },
      }),
    ],
    context,
    () => undefined,
  )
  poller.start()
  await until(() => others === 1)
  poller.wake()
  await until(() => others === 2)
  expect(looks).toBe(1)
  poller.wake('upkeep')
  await until(() => looks === 2)
  await poller.stop()
})
