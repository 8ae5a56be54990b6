import { expect, test } from 'vitest'
import { codeLife, decideCode, mostTries } from './decide-code.ts'

const sentAt = new Date('2026-03-02T04:00:00.000Z')
const code = { tries: 1, sentAt, used: false, right: true }
const after = (milliseconds: number) => new Date(sentAt.getTime() + milliseconds)

test.each([
  ['right', {}, 0, null],
  ['right at the last moment', {}, codeLife - 1, null],
  ['right at the last try', { tries: mostTries }, 0, null],
  ['too old', {}, codeLife, 'identity.code-expired'],
  ['one try too many', { tries: mostTries + 1 }, 0, 'identity.code-exhausted'],
  ['wrong', { right: false }, 0, 'identity.code-wrong'],
  ['wrong at the last try', { right: false, tries: mostTries }, 0, 'identity.code-exhausted'],
  ['used', { used: true }, 0, 'identity.code-used'],
])('a code that is %s', (_, change, later, expected) => {
  expect(decideCode({ ...code, ...change }, after(later))?.code ?? null).toBe(expected)
})
