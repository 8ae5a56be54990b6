import { expect, test } from 'vitest'
import { placeholdersOf } from './placeholders.ts'

test.each([
  ['nothing to fill', []],
  ['{child} has {clinic}', ['child', 'clinic']],
  ['{count, plural, one {once} other {# times for {child}}}', ['child', 'count']],
  ['{sex, select, female {she} other {they}} on {day, date, long}', ['day', 'sex']],
  ['{count, plural, =0 {none} one {one of {total, number}} other {#}}', ['count', 'total']],
  ["write '{this}' and don''t fill {that}", ['that']],
])('%s', (message, names) => expect(placeholdersOf(message)).toEqual(names))

test.each(['{child', 'a } b', '{count, plural, one {once}'])('%s is not closed', message =>
  expect(() => placeholdersOf(message)).toThrow(/not closed/),
)
