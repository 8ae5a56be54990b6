import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideTarget } from './decide-target.ts'

const origin = 'http://localhost:8080'

test.each(['/', '/cases', '/cases/1?tab=2#top', '/%2F%2Fevil.example', '/a//b', '/sign-inside'])(
  'goes to %s',
  wanted => {
    expect(decideTarget(wanted, origin, '/home')).toBe(wanted)
  },
)

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  'javascript:alert(1)',
  'cases',
  '',
  '/sign-in',
  '/sign-in?to=/x',
  '/sign-in/callback?code=1',
  '/sign-out',
  '/oidc/auth',
  '/./sign-out',
  `/${'a'.repeat(2001)}`,
])('goes home instead of %j', wanted => {
  expect(decideTarget(wanted, origin, '/home')).toBe('/home')
})

test('whatever is asked for, the browser stays at this origin', () => {
  const pieces = fc.array(
    fc.constantFrom('/', '\\', '.', '@', ':', 'evil.example', '\t', '\r', '\n', ' ', '%2f', '?', '#', 'a'),
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        pieces.map(parts => parts.join('')),
        fc.webUrl(),
      ),
      wanted => {
        const target = decideTarget(wanted, origin, '/home')
        expect(new URL(target, origin).origin).toBe(origin)
        expect(target).toMatch(/^\/(?![/\\])/)
      },
    ),
    { numRuns: 300 },
  )
})
