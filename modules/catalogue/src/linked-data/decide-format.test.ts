import { expect, test } from 'vitest'
import { decideFormat } from './decide-format.ts'

test.each([
  [undefined, 'application/ld+json'],
  ['*/*', 'application/ld+json'],
  ['text/turtle', 'text/turtle'],
  ['application/json', 'application/ld+json'],
  ['application/ld+json;q=0.5, text/turtle', 'text/turtle'],
  ['text/html, text/*;q=0.3, application/ld+json;q=0.8', 'application/ld+json'],
  ['text/turtle;q=0, */*;q=0.1', 'application/ld+json'],
  ['text/html', null],
  ['application/ld+json;q=0', null],
])('%s is answered with %s', (accept, format) => expect(decideFormat(accept)).toBe(format))
