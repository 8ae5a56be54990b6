import { expect, test } from 'vitest'
import { standingTone } from './standing-tone.ts'

test('who does not agree is told from who is not there', () => {
  const states = ['cosigned', 'silent', 'refused', 'ahead'] as const
  expect(states.map(standingTone)).toEqual(['done', 'later', 'no', 'no'])
})
