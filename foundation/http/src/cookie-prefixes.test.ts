import { expect, test } from 'vitest'
import { ownCookies, prefixedCookie } from './cookie-prefixes.ts'

test.each([
  ['tereze_session=v; Path=/; HttpOnly; SameSite=Lax; Secure', '__Host-tereze_session=v'],
  ['tereze_openid.sig=v; path=/; secure; httponly; samesite=lax', '__Host-tereze_openid.sig=v'],
  ['tereze_sign_in.abc=v; Path=/sign-in/callback; Secure', '__Secure-tereze_sign_in.abc=v'],
  ['tereze_x=v; Path=/; Domain=example; Secure', '__Secure-tereze_x=v'],
  ['tereze_session=v; Path=/; HttpOnly', 'tereze_session=v'],
  ['other=v; Path=/; Secure', 'other=v'],
])('%s is kept as %s', (cookie, expected) => {
  expect(prefixedCookie(cookie).split(';')[0]).toBe(expected)
})

test('a cookie that was planted without its prefix does not come in', () => {
  expect(ownCookies('tereze_session=planted; __Host-tereze_session=ours; a=b;; __Secure-tereze_x=1')).toBe(
    'tereze_session=ours; a=b; tereze_x=1',
  )
  expect(ownCookies('tereze_session=planted')).toBe('')
})
