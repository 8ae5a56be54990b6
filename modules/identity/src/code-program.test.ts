import { generate } from 'otplib'
import { expect, test } from 'vitest'
import { addressOfSecret, offeredSecret, stepOfCode } from './code-program.ts'

/** Seed of RFC 6238, appendix B, in base 32; its codes of eight digits end in these six. */
const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = (seconds: number) => new Date(seconds * 1000)

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
])('RFC 6238, appendix B: at %d the code is %s', async (seconds, code) => {
  expect(await stepOfCode(seed, code, { now: at(seconds), lastStep: 0 })).toBe(Math.floor(seconds / 30))
})

test('a code counts once, in its step and the ones beside it', async () => {
  const now = at(3000)
  expect(await stepOfCode(seed, await generate({ secret: seed, epoch: 2975 }), { now, lastStep: 0 })).toBe(99)
  expect(await stepOfCode(seed, await generate({ secret: seed, epoch: 2975 }), { now, lastStep: 99 })).toBeNull()
  expect(await stepOfCode(seed, await generate({ secret: seed, epoch: 2930 }), { now, lastStep: 0 })).toBeNull()
  expect(await stepOfCode(seed, 'abcdef', { now, lastStep: 0 })).toBeNull()
})

test('every session offers a secret of its own, of 160 bits', () => {
  const key = new Uint8Array(32).fill(1)
  expect(offeredSecret(key, 'session_1')).toBe(offeredSecret(key, 'session_1'))
  expect(offeredSecret(key, 'session_1')).not.toBe(offeredSecret(key, 'session_2'))
  expect(offeredSecret(key, 'session_1')).toMatch(/^[A-Z2-7]{32}$/)
  expect(addressOfSecret(seed, 'Tereze', 'aigul')).toContain(`secret=${seed}`)
})
