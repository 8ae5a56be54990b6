import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { confirmsOnly, fingerprintOf, isSameAct } from './same-act.ts'

const act = { operation: 'shelf.burn-book', input: { title: 'Abai', of: { shelf: 1, row: null } } }
const text = 'shelf.burn-book\n{"of":{"row":null,"shelf":1},"title":"Abai"}\n'

test('a statement is the same act whatever the order of its members, and no other act, input or further word', () => {
  expect(isSameAct(text, act)).toBe(true)
  expect(isSameAct(text.replace('burn', 'sell'), act)).toBe(false)
  expect(isSameAct(text.replace('Abai', 'Abay'), act)).toBe(false)
  expect(isSameAct(`${text}and all others\n`, act)).toBe(false)
  expect(isSameAct('shelf.burn-book\nburn it\n', act)).toBe(false)
  expect(isSameAct('', act)).toBe(false)
})

test('a passkey confirms the digest of the text that is shown, and no other challenge is taken to it', async () => {
  const fingerprint = await fingerprintOf(text)
  const digest = createHash('sha256').update(text).digest()
  expect(fingerprint).toBe(digest.toString('hex'))
  expect(confirmsOnly(digest.toString('base64url'), fingerprint)).toBe(true)
  expect(confirmsOnly(createHash('sha256').update('other').digest('base64url'), fingerprint)).toBe(false)
  expect(confirmsOnly('not base64!', fingerprint)).toBe(false)
  expect(confirmsOnly(undefined, fingerprint)).toBe(false)
})
