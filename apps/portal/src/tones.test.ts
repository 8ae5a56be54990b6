import { describe, expect, it } from 'vitest'
import { cases } from '../preview/samples/index.ts'
import { type Card, caseStatus, caseTone, isMoving } from './tones.ts'
import { someUi } from './ui.fixture.ts'

const ui = someUi()
const refused: Card = { ...(cases.items[0] as Card), outcome: 'refused', waiting: null, yourTask: null, appeal: 'none' }

describe('a case in a list', () => {
  it('with an open appeal is in progress, and not refused', () => {
    expect([caseTone(refused), isMoving({ ...refused, status: 'closed' })]).toEqual(['no', false])
    const appealed: Card = { ...refused, appeal: 'open' }
    expect([caseTone(appealed), caseStatus(appealed, ui), isMoving(appealed)]).toEqual([
      'moving',
      'appeal in progress',
      true,
    ])
  })
})
