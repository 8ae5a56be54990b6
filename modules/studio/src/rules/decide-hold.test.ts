import { expect, it } from 'vitest'
import { isToHold } from './decide-hold.ts'

it('holds a trial from three faulty cases on that are more than one in twenty', () => {
  expect(isToHold({ cases: 0, faulty: 0 })).toBe(false)
  expect(isToHold({ cases: 2, faulty: 2 })).toBe(false)
  expect(isToHold({ cases: 3, faulty: 3 })).toBe(true)
  expect(isToHold({ cases: 60, faulty: 3 })).toBe(false)
  expect(isToHold({ cases: 59, faulty: 3 })).toBe(true)
})
