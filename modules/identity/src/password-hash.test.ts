import { expect, test } from 'vitest'
import { hashPassword, isPassword, newHash } from './password-hash.ts'

test('argon2id by RFC 9106’s shape: right, wrong, unknown; the same letters however they are composed', async () => {
  const kept = await newHash('drum lantern Ünder')
  expect(await isPassword('drum lantern Ünder'.normalize('NFD'), kept)).toBe(true)
  expect(await isPassword('drum lantern under', kept)).toBe(false)
  expect(await isPassword('drum lantern Ünder', null)).toBe(false)
  expect((await newHash('drum lantern Ünder')).hash).not.toEqual(kept.hash)
})

test('many at once hold the memory of a few', async () => {
  const salt = new Uint8Array(16)
  const cost = { memory: 8192, passes: 1 }
  const before = process.memoryUsage().rss
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss - before)
  }, 1)
  const hashes = await Promise.all(Array.from({ length: 60 }, () => hashPassword('same', salt, cost)))
  clearInterval(watch)
  expect(new Set(hashes.map(hash => Buffer.from(hash).toString('hex'))).size).toBe(1)
  expect(most).toBeLessThan(20 * 8192 * 1024)
})
