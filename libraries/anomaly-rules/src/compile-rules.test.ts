import { expect, test } from 'vitest'
import { compileRules } from './compile-rules.ts'
import type { AnomalyRule } from './rule.ts'
import type { SeenLine } from './seen-line.ts'

const rule = (changes: Partial<AnomalyRule>): AnomalyRule => ({
  id: 'r',
  title: 'message:r',
  why: 'message:w',
  severity: 'low',
  lines: 'true',
  counts: 'lines',
  reaches: 2,
  minutes: 10,
  ...changes,
})

const line: SeenLine = {
  id: 'audit_1',
  time: '2026-03-02T04:00:00.000Z',
  actor: {
    kind: 'official',
    id: 'official_1',
    organisation: 'health',
    unit: null,
    roles: ['case-worker'],
    session: 's',
    assurance: 'high',
    language: 'en',
    clients: [],
  },
  operation: 'registers.get-record',
  outcome: 'done',
  ground: null,
  fields: ['register:people'],
  subjects: ['a', 'b', 'c'],
  hour: 22,
  working: false,
  travel: { kilometres: 30, minutes: 0 },
  aboutOf: subject => (subject === 'b' ? ['relative'] : []),
  isKnown: subject => subject === 'c',
}

function valuesOf(changes: Partial<AnomalyRule>): readonly string[] {
  const made = compileRules({ rules: [rule(changes)] })
  if ('problems' in made) throw new Error(JSON.stringify(made.problems))
  return made.rules.rules[0]?.valuesOf(line) ?? []
}

test.each([
  ['a line once', { lines: 'actor.kind = "official" and hour >= 21' }, ['audit_1']],
  ['all its subjects', { lines: 'not(working)', counts: 'subjects' }, ['a', 'b', 'c']],
  ['those that a condition is true of', { lines: 'list contains(about, "relative")', counts: 'subjects' }, ['b']],
  ['a journey that took no time', { lines: 'travel.kilometres = 30 and travel.speed = 1800' }, ['audit_1']],
  ['those without work', { lines: 'known = false', counts: 'subjects' }, ['a', 'b']],
  ['the line where one of them is meant', { lines: 'list contains(about, "relative")' }, ['audit_1']],
  ['nothing where none is', { lines: 'list contains(about, "self")' }, []],
  ['nothing where the condition is not true', { lines: 'actor.unit' }, []],
  [
    'by roles and fields',
    { lines: 'list contains(actor.roles, "case-worker") and list contains(fields, "register:people")' },
    ['audit_1'],
  ],
] as const)('%s counts', (_, changes, values) => expect(valuesOf(changes)).toEqual(values))

test('work is said by lines, never by what is known already', () => {
  const made = compileRules({ work: { lines: 'starts with(operation, "registers.")', days: 30 }, rules: [] })
  expect('rules' in made && made.rules.saysWork(line)).toBe(true)
  const none = compileRules({ rules: [] })
  expect('rules' in none && none.rules.saysWork(line)).toBe(false)
})

test('what is wrong is named with its place', () => {
  const made = compileRules({
    work: { lines: 'known', days: 1 },
    rules: [rule({}), rule({ lines: 'actor.name = "x"' }), rule({ id: 'other', lines: 'actor. =' })],
  })
  expect('problems' in made && made.problems.map(({ pointer, problem }) => [pointer, problem])).toEqual([
    ['/rules/1/id', 'id-repeated'],
    ['/rules/1/lines', 'name-unknown'],
    ['/rules/2/lines', 'condition-wrong'],
    ['/work/lines', 'name-unknown'],
  ])
})
