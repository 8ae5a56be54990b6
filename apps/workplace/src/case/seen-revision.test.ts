import { expect, it } from 'vitest'
import { seenRevision } from './seen-revision.ts'

it('rests on the older of what is seen', () => {
  expect(seenRevision({ revision: 4 }, { revision: 5 })).toBe(4)
  expect(seenRevision({ revision: 5 }, { revision: 4 })).toBe(4)
})
