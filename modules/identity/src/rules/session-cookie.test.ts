import { expect, test } from 'vitest'
import { clearSessionCookie, newSessionCookie, readSessionCookie, setSessionCookie } from './session-cookie.ts'

const session = 'session_01960000-0000-7000-8000-000000000001'

test('a cookie says which session it is of and proves it', () => {
  const secret = 's'.repeat(43)
  const { value, secretHash } = newSessionCookie(session, secret)
  expect(readSessionCookie(value)).toEqual({ session, secretHash })
  expect(value).toContain(secret)
  expect(Buffer.from(secretHash).toString('base64url')).not.toContain(secret)
})

test.each([
  undefined,
  '',
  'x',
  `${session}.`,
  '01960000-0000-7000-8000-000000000001',
  '01960000-0000-7000-8000-000000000001.short',
])('no cookie: %s', value => expect(readSessionCookie(value)).toBeNull())

test('it is out of reach of scripts and other sites, and for https only where there is https', () => {
  expect(setSessionCookie('v', false)).toBe('tereze_session=v; Path=/; HttpOnly; SameSite=Lax')
  expect(setSessionCookie('v', true)).toBe('tereze_session=v; Path=/; HttpOnly; SameSite=Lax; Secure')
  expect(clearSessionCookie(true)).toMatch(/^tereze_session=; .*Max-Age=0$/)
})
