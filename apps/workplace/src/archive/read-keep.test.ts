import { expect, test } from 'vitest'
import { readKeep } from './read-keep.ts'

test.each([
  ['P10Y', { unit: 'years', count: 10 }],
  ['P6M', { unit: 'months', count: 6 }],
  ['permanent', { unit: 'for-ever', count: 0 }],
])('%s is read', (keep, read) => expect(readKeep(keep)).toEqual(read))
