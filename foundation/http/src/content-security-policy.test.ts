import { expect, test } from 'vitest'
import { contentSecurityTowards } from './content-security-policy.ts'

test('a form may lead to the named origin, and nothing else is loosened', () => {
  expect(contentSecurityTowards('https://bank.example')).toBe(
    "default-src 'self';img-src 'self' data:;object-src 'none';base-uri 'none';form-action 'self' https://bank.example;frame-ancestors 'none'",
  )
})
