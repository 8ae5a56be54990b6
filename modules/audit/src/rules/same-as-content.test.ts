import { expect, test } from 'vitest'
import { sameAsContent } from './same-as-content.ts'

const content = {
  tenant: 'health',
  id: 'audit_1',
  time: '2026-03-02T04:00:00.000Z',
  subjects: ['subject_a', 'subject_b'],
  actor: { id: 'subject_a' },
}
const kept = { index: 0, line: 'audit_1', content, time: '2026-03-02T04:00:00.000Z', subjects: ['subject_b'] }

test.each([
  ['as it was sealed', kept, []],
  ['gone', { ...kept, content: null }, []],
  ['under another id', { ...kept, line: 'audit_2' }, ['line-changed']],
  ['at another time', { ...kept, time: '2026-03-02T05:00:00.000Z' }, ['line-changed']],
  ['of another organisation', { ...kept, content: { ...content, tenant: 'tax' } }, ['line-changed']],
  ['hidden from whom it is about', { ...kept, subjects: [] }, ['access-missing']],
  ['shown to somebody else too', { ...kept, subjects: ['subject_b', 'subject_c'] }, ['access-inserted']],
] as const)('a line %s', (_, line, problems) => expect(sameAsContent('health', line)).toEqual(problems))
