import { testDatabase } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { enterNodes } from './presence.ts'

it('the first node is alone, the second is not, and after both have gone one is alone again', async () => {
  const { database } = await testDatabase([])
  const told: string[] = []
  const enter = (name: string) => enterNodes(database, async () => void told.push(name))
  const first = await enter('first')
  const second = await enter('second')
  await first.leave()
  const third = await enter('third')
  await second.leave()
  await third.leave()
  const fourth = await enter('fourth')
  await fourth.leave()
  expect(told).toEqual(['first', 'fourth'])
})

it('a node that cannot let go leaves its place', async () => {
  const { database } = await testDatabase([])
  await expect(enterNodes(database, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  let alone = false
  const next = await enterNodes(database, async () => {
    alone = true
  })
  await next.leave()
  expect(alone).toBe(true)
})
