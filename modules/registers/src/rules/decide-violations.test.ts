import { expect, it } from 'vitest'
import { decideViolations } from './decide-violations.ts'

it('finds what is new, mends what is not broken any more, and leaves what stands', () => {
  const broken = [
    { record: 'a', version: 2, rule: 'name' },
    { record: 'a', version: 2, rule: 'born' },
    { record: 'b', version: 1, rule: 'name' },
  ]
  const standing = [
    { id: '1', record: 'a', rule: 'name' },
    { id: '2', record: 'b', rule: 'born' },
  ]
  expect(decideViolations(broken, standing)).toEqual({ found: [broken[1], broken[2]], mended: [standing[1]] })
  expect(decideViolations([], [])).toEqual({ found: [], mended: [] })
})
