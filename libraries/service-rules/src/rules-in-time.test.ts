import { describe, expect, it } from 'vitest'
import { editionOf, type RulesInTime, rulesDateOf } from './rules-in-time.ts'

const dates = { event: '2025-12-28', submitted: '2026-01-15', today: '2026-02-02' }
const rules: RulesInTime = {
  follow: 'application',
  clause: '9.1',
  editions: [
    { file: 'old.dmn', until: '2026-06-30', when: 'case.bornBefore2026', clause: '9.3' },
    { file: 'old.dmn', until: '2025-12-31', clause: '9.2' },
    { file: 'new.dmn', from: '2026-01-01', clause: '9.1' },
  ],
}
const files = ['old.dmn', 'new.dmn']

describe('the date whose rules apply', () => {
  it('is that of the event, the application or the decision, as the regulation says', () => {
    expect(rulesDateOf({ ...rules, follow: 'event' }, dates)).toBe('2025-12-28')
    expect(rulesDateOf(rules, dates)).toBe('2026-01-15')
    expect(rulesDateOf({ ...rules, follow: 'decision' }, dates)).toBe('2026-02-02')
  })

  it('is today while it has not happened, or is no date', () => {
    expect(rulesDateOf(rules, { ...dates, submitted: null })).toBe('2026-02-02')
    expect(rulesDateOf({ ...rules, follow: 'event' }, { ...dates, event: 'soon' })).toBe('2026-02-02')
  })
})

describe('the edition', () => {
  it('changes with the day, the last day taken in', () => {
    expect(editionOf(rules, files, '2025-12-31', () => false)?.clause).toBe('9.2')
    expect(editionOf(rules, files, '2026-01-01', () => false)?.clause).toBe('9.1')
  })

  it('of a transitional norm goes before the others where it holds, and no longer than it says', () => {
    expect(editionOf(rules, files, '2026-06-30', () => true)?.clause).toBe('9.3')
    expect(editionOf(rules, files, '2026-07-01', () => true)?.clause).toBe('9.1')
  })

  it('is one of the files that hold the decision, or none', () => {
    expect(editionOf(rules, ['old.dmn'], '2026-07-01', () => false)).toBeNull()
    expect(editionOf({ follow: 'decision', clause: '1' }, files, '2026-07-01', () => true)).toBeNull()
  })
})
