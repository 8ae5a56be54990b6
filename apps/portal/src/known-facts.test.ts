import { expect, it } from 'vitest'
import { warningOf } from './known-facts.tsx'
import { someUi } from './ui.fixture.ts'

const ui = someUi('en')
const warning = (more: object, decided = false) =>
  warningOf(
    { key: 'a', label: { en: '', ru: '', kk: '' }, value: 4, as: 'text', source: null, at: null, ...more },
    decided,
    ui,
  )
const before = { as: 'text', at: '2026-03-02T04:00:00.000Z' }

it('says what was known before, what is new, what may have changed and what could not be asked again', () => {
  expect(warning({})).toBeUndefined()
  expect(warning({ before: { ...before, value: '3' } })).toMatch(/^On .*2.* it was: 3$/)
  expect(warning({ before: { ...before, value: null } })).toMatch(/^Not there yet on /)
  expect(warning({ stale: true })).toBe('May have changed since it was asked')
  expect(warning({ stale: true, fault: 'dead' })).toBe('Its source did not answer when it was asked again')
  expect(warning({ conflict: true, before: { ...before, value: '3' } })).toBe('Answers differ; a person looks at it')
})
