import { describe, expect, it } from 'vitest'
import { decideUrgency } from './decide-urgency.ts'

describe('decideUrgency', () => {
  it('grows as working days run out', () => {
    expect([null, 5, 3, 2, 1, 0, -1].map(decideUrgency)).toEqual([
      'none',
      'calm',
      'calm',
      'soon',
      'soon',
      'today',
      'late',
    ])
  })
})
