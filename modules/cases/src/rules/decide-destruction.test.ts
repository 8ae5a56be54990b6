import type { FileKind } from '@tereze/catalogue/contract'
import { describe, expect, test } from 'vitest'
import { decideErasure, decideSignature, type KeptCase, whyKept } from './decide-destruction.ts'

const same = (text: string) => ({ en: text, ru: text, kk: text })
const kind = (keep: string): FileKind => ({
  id: 'benefits',
  index: '05-12',
  title: same('Benefits'),
  keep,
  from: 'next-year',
  source: 'act:archives/9.4',
})
const closed = (number: string, year: number, keep = 'P10Y'): KeptCase => ({
  number,
  status: 'closed',
  closed: `${year}-05-04`,
  kind: kind(keep),
})
const today = '2037-01-01'

describe('a case', () => {
  test('whose term is over may be destroyed from the day after its last', () => {
    expect(whyKept(closed('A', 2026), today, '/cases/0')).toBeNull()
    expect(whyKept(closed('A', 2026), '2036-12-31', '/cases/0')).toMatchObject({
      code: 'cases.archive-term-runs',
      pointer: '/cases/0',
      params: { number: 'A', kind: '05-12', source: 'archives/9.4', until: '2036-12-31' },
    })
  })

  test('that runs, is kept for ever or has no kind may not', () => {
    const running = { ...closed('A', 2026), status: 'delivered' }
    expect(whyKept(running, today, '')).toMatchObject({ code: 'cases.archive-case-open' })
    expect(whyKept(closed('A', 1990, 'permanent'), today, '')).toMatchObject({ code: 'cases.archive-term-endless' })
    expect(whyKept({ ...closed('A', 1990), kind: null }, today, '')).toMatchObject({
      code: 'cases.archive-term-endless',
      params: { kind: '—' },
    })
  })
})

describe('the key of a person', () => {
  test('is erased only where nothing of theirs is kept', () => {
    expect(decideErasure([], today)).toBeNull()
    expect(decideErasure([closed('A', 2020)], today)).toMatchObject({
      code: 'cases.destruction-needed',
      params: { number: 'A', count: 1 },
    })
  })

  test('is kept by the case that runs, then by the term that runs longest', () => {
    const cases = [closed('A', 2020), closed('B', 2028), closed('C', 2031), closed('D', 2029)]
    expect(decideErasure(cases, today)).toMatchObject({
      code: 'cases.archive-term-runs',
      params: { number: 'C', until: '2041-12-31' },
    })
    expect(decideErasure([...cases, closed('E', 1990, 'permanent')], today)).toMatchObject({
      code: 'cases.archive-term-endless',
    })
    expect(decideErasure([...cases, { ...closed('F', 2030), status: 'draft', closed: null }], today)).toMatchObject({
      code: 'cases.archive-case-open',
      params: { number: 'F' },
    })
  })
})

describe('an act of destruction', () => {
  test('is signed by two officials, and by nobody when it is over', () => {
    expect(decideSignature({ state: 'draft', firstBy: null }, 'a')).toBe('first')
    expect(decideSignature({ state: 'signed', firstBy: 'a' }, 'a')).toMatchObject({
      code: 'cases.destruction-signed-already',
    })
    expect(decideSignature({ state: 'signed', firstBy: 'a' }, 'b')).toBe('second')
    for (const state of ['done', 'dropped'] as const)
      expect(decideSignature({ state, firstBy: 'a' }, 'b')).toMatchObject({ code: 'cases.destruction-over' })
  })
})
