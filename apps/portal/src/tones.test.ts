import { describe, expect, it } from 'vitest'
import { cases } from '../preview/samples.ts'
import { type Card, caseStatus, caseTone, isMoving } from './tones.ts'
import { createUi } from './ui.ts'

const ui = createUi({
  language: 'en',
  zone: 'Asia/Almaty',
  now: '2026-03-02T06:00:00.000Z',
  visitor: { person: null, name: '', formToken: '' },
  address: '/',
  query: new URLSearchParams(),
  once: '',
  origin: 'https://portal.example',
  signInAddress: '/sign-in',
})
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
