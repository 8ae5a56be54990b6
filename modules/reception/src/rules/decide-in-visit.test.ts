import { expect, it } from 'vitest'
import { decideInVisit, type JudgedVisit } from './decide-in-visit.ts'

const now = new Date('2026-03-02T05:00:00Z')
const visit: JudgedVisit = {
  official: 'official_a',
  person: 'person_b',
  endsAt: '2026-03-02T06:00:00Z',
  endedAt: null,
  confirmedAt: '2026-03-02T04:58:00Z',
}
const asked = { official: 'official_a', visitor: 'person_b', permission: 'cases.case.open', services: ['benefit'] }
const judge = (of: Partial<typeof asked> = {}, row: Partial<JudgedVisit> = {}, at = now) =>
  decideInVisit({ ...visit, ...row }, { ...asked, ...of }, ['benefit'], at)

it('lets an operator do for a visitor what is theirs to do, while the visit is open and confirmed', () => {
  expect(judge()).toBe('stands')
  expect(decideInVisit(null, asked, ['benefit'], now)).toBe('visit-over')
  expect(judge({ official: 'official_c' })).toBe('visit-over')
  expect(judge({ visitor: 'person_d' })).toBe('visit-over')
  expect(judge({}, { endedAt: '2026-03-02T04:59:00Z' })).toBe('visit-over')
  expect(judge({}, {}, new Date(visit.endsAt))).toBe('visit-over')
  expect(judge({}, { confirmedAt: null })).toBe('visit-unconfirmed')
})

it('lets nothing be done outside the agreements of the office', () => {
  expect(judge({ services: ['passport'] })).toBe('outside-agreement')
  expect(judge({ services: ['benefit', 'passport'] })).toBe('outside-agreement')
  expect(judge({ services: [] })).toBe('outside-agreement')
  expect(judge({ services: [], permission: 'cases.attachment.bring' })).toBe('stands')
})
