import { expect, test } from 'vitest'
import { checkChange } from './check-change.ts'

const schema = {
  type: 'object',
  required: ['child', 'account'],
  properties: {
    child: { type: 'string', pattern: '^person_' },
    account: { type: 'string' },
    declared: {
      type: 'object',
      additionalProperties: false,
      properties: { sum: { type: 'integer', minimum: 0 } },
    },
  },
}
const data = { child: 'person_1', decision: { outcome: 'refused' } }

test('a value that fits is set, though the data are not whole yet', () => {
  expect(checkChange(schema, data, '/declared/sum', 3)).toEqual({ ok: true, data: { ...data, declared: { sum: 3 } } })
  expect(checkChange(schema, data, '/account', 'a')).toEqual({ ok: true, data: { ...data, account: 'a' } })
})

test('one that does not fit is told by its place', () => {
  expect(checkChange(schema, data, '/declared/sum', -1)).toMatchObject({
    ok: false,
    reason: 'invalid',
    problems: [{ pointer: '/declared/sum', code: 'field.too-small' }],
  })
  expect(checkChange(schema, data, '/child', 'somebody')).toMatchObject({ ok: false, reason: 'invalid' })
  expect(checkChange(schema, data, '/declared/other', 1)).toMatchObject({ ok: false, reason: 'invalid' })
})

test('what the schema does not name belongs to the platform', () => {
  expect(checkChange(schema, data, '/decision/outcome', 'granted')).toEqual({ ok: false, reason: 'unknown' })
  expect(checkChange(schema, data, '/answers', {})).toEqual({ ok: false, reason: 'unknown' })
})
