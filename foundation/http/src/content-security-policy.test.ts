import { expect, test } from 'vitest'
import { contentSecurityTowards } from './content-security-policy.ts'

test('a form may lead to the named origin, and nothing else is loosened', () => {
  expect(contentSecurityTowards(['https://bank.example'])).toBe(
    "default-src 'self';img-src 'self' data:;object-src 'none';base-uri 'none';form-action 'self' https://bank.example;frame-ancestors 'none'",
  )
})

test('a page may speak to the named program of its visitor’s machine, and to nothing else outside', () => {
  expect(contentSecurityTowards([], ['wss://127.0.0.1:13579'])).toBe(
    "default-src 'self';img-src 'self' data:;object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none';connect-src 'self' wss://127.0.0.1:13579",
  )
})
