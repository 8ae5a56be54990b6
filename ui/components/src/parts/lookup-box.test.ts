import { expect, it } from 'vitest'
import { movedBy } from './lookup-box.tsx'

it.each([
  ['ArrowDown', -1, 3, 0],
  ['ArrowDown', 2, 3, 0],
  ['ArrowUp', -1, 3, 2],
  ['ArrowUp', 0, 3, 2],
  ['ArrowUp', 2, 3, 1],
  ['Enter', 1, 3, null],
  ['ArrowDown', -1, 0, null],
])('%s moves from %i of %i to %j', (key, active, count, to) => expect(movedBy(key, active, count)).toBe(to))
