import { expect, test } from 'vitest'
import { whatIs } from './seen-line.ts'

test.each([
  ['protected from everybody', [{ kind: 'protected', official: '*' }], ['protected']],
  ['the official', [{ kind: 'self', official: 'me' }], ['self']],
  ['a colleague', [{ kind: 'self', official: 'other' }], ['colleague']],
  ['a relative', [{ kind: 'relative', official: 'me' }], ['relative']],
  ['a relative of somebody else is nothing', [{ kind: 'relative', official: 'other' }], []],
  [
    'a colleague who is a relative',
    [
      { kind: 'self', official: 'other' },
      { kind: 'relative', official: 'me' },
    ],
    ['colleague', 'relative'],
  ],
] as const)('%s', (_, watches, kinds) =>
  expect(
    whatIs(
      watches.map(watch => ({ subject: 'a', ...watch })),
      'me',
    ),
  ).toEqual(kinds),
)
