import {
  addAt,
  aroundRegulations,
  changeAt,
  type DigitalRegulation,
  partAt,
  recordFile,
  regulationSource,
} from '@tereze/regulation'
import { describe, expect, it } from 'vitest'
import {
  actOfJoining,
  regulationOf,
  regulations,
  say,
} from '../../../../libraries/regulation/src/testing/regulations.fixture.ts'
import { aroundFor } from '../../../../libraries/regulation/src/testing/surroundings.fixture.ts'
import { completionsAt } from './completions.ts'
import { differs, mayChange } from './desk.ts'
import { findIn } from './find-in.ts'
import { readLiteral, showLiteral } from './literals.ts'
import { namesFor } from './names-for.ts'
import { newItem } from './new-item.ts'
import { newest } from './newest.ts'
import { offersFor } from './offers.ts'
import { openPointer, toggleOpen } from './open-places.ts'
import { placeWords } from './place-words.ts'
import { newActOfJoining, type Opened, readFile, writeFile } from './read-file.ts'
import { sectionOf, sections, stateOf } from './sections.ts'
import { shownValue } from './shown-value.ts'
import { sayIn } from './words.ts'
import { workOut } from './work-out.ts'

const surroundings = aroundFor(...regulations.map(({ id }) => id))
const template = regulations.find(({ id }) => id === 'municipal-parking') ?? regulationOf('none', {})
const around = { ...aroundRegulations([]), surroundings, names: { 'org:health': say('Health') }, templates: [template] }
const base = regulationOf('grant', {})

type Open = Extract<Opened, { state: 'open' }>
function open(value: unknown): Open {
  const opened = readFile(JSON.stringify(value), around)
  if (opened.state !== 'open') throw new Error(opened.state)
  return opened
}

describe('a file of a regulation', () => {
  it('is read, changed and written with the order of what is there', () => {
    const { reverse } = { reverse: Object.fromEntries(Object.entries(base).toReversed()) }
    const opened = open(reverse)
    const text = writeFile(opened, changeAt(opened.regulation, '/level', 'regional'))
    expect(Object.keys(JSON.parse(text) as object)).toEqual(Object.keys(reverse))
    expect(JSON.parse(text)).toEqual({ ...base, level: 'regional' })
  })

  it('of an act of joining shows what it comes to, and keeps only what differs', () => {
    const opened = open(actOfJoining)
    expect(opened.regulation).toMatchObject({ body: 'org:health', criteria: [{ when: 'cars <= 1' }] })
    const changed = changeAt(changeAt(opened.regulation, '/name/en', 'Elsewhere'), '/criteria/0/when', 'cars <= 2')
    const act = JSON.parse(writeFile(opened, changed)) as { changes: Record<string, unknown> }
    expect(act.changes['/name']).toEqual({ ...actOfJoining.changes['/name'], en: 'Elsewhere' })
    expect(Object.keys(act.changes)).not.toContain('/criteria/cars/when')
    expect(readFile(newActOfJoining('mine', template), around).state).toBe('open')
  })

  it('lets an act of joining change what its template opened, and nothing else', () => {
    const desk = { ...open(actOfJoining), readOnly: false }
    expect(['/deadline/term', '/name/kk', '/criteria/0/when', '/id'].map(place => mayChange(desk, place))).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(
      ['/deadline/from', '/assurance', '/criteria', '/criteria/0/ground/id'].map(place => mayChange(desk, place)),
    ).toEqual([false, false, false, false])
    expect([differs(desk, '/body'), differs(desk, '/summary')]).toEqual([true, false])
    expect(mayChange({ ...desk, readOnly: true }, '/body')).toBe(false)
  })

  it('that cannot be opened says why', () => {
    expect(readFile('{', around).state).toBe('unreadable')
    expect(readFile('[]', around).state).toBe('unreadable')
    expect(readFile(JSON.stringify({ ...actOfJoining, base: 'gone@1.0.0' }), around)).toMatchObject({
      state: 'unjoined',
      base: 'gone@1.0.0',
    })
    const wrong = { ...actOfJoining, changes: { '/assurance': 'low' } }
    expect(readFile(JSON.stringify(wrong), around)).toMatchObject({
      state: 'unjoined',
      problems: [{ code: 'regulation.not-changeable' }],
    })
  })

  it('names what is open by ids, and opens and closes it', () => {
    const value = { ...template, changeable: undefined }
    const opened = toggleOpen(value, '/criteria/0/when')
    expect(opened).toMatchObject({ changeable: ['/criteria/cars/when'] })
    expect(openPointer(opened, '/criteria/0/when')).toBe('/criteria/0/when')
    expect(openPointer(toggleOpen(opened, '/criteria/0'), '/criteria/0/when')).toBe('/criteria/cars')
    expect(toggleOpen(opened, '/criteria/0/when')).not.toHaveProperty('changeable')
  })
})

describe('new elements', () => {
  it('bring an id that nobody has, a clause the number after the last, a procedure the first that is missing', () => {
    const item = (pointer: string, list: readonly unknown[]) => {
      const part = partAt(pointer)
      return part?.kind === 'list' ? newItem(part.item, pointer, list) : null
    }
    expect(item('/criteria', [{ id: 'criterion-1' }])).toMatchObject({
      id: 'criterion-2',
      ground: { id: 'no-criterion-2' },
    })
    expect(item('/clauses', [{ id: '12.9' }])).toMatchObject({ id: '12.10' })
    expect(item('/clauses', [])).toMatchObject({ id: '1' })
    expect(item('/questionnaire', [])).toMatchObject({ id: 'question-1', name: 'question1' })
    expect(item('/needs', [{ id: 'need1' }])).toMatchObject({ id: 'need2' })
    expect(item('/procedures', [{ id: 'registration' }])).toMatchObject({ id: 'requests' })
    expect(item('/indicators/quality', [])).toEqual({ en: '', ru: '', kk: '' })
  })
})

describe('what is offered', () => {
  it('is what lies around, and parts of the regulation itself', () => {
    const of = (pointer: string, owner: string, member: string, value: unknown = base) =>
      offersFor(partAt(pointer) ?? { kind: 'text' }, owner, member, value, around, 'en')?.map(one => one.text) ?? null
    expect(of('/criteria/0/clause', 'criteria', 'clause')?.[0]).toBe('1.1 · Clause 1.1 of grant.')
    expect(of('/body', '', 'body')).toContain('Health (org:health)')
    expect(of('/acts/0/id', 'acts', 'id')?.every(text => text.startsWith('act:'))).toBe(true)
    expect(of('/needs/0/contract', 'needs', 'contract')).toContain('civil-registry.person@1')
    expect(of('/needs/0/contract', 'needs', 'contract', { ...base, body: 'org:nobody' })).toEqual([])
    expect(of('/name', '', 'name')).toBeNull()
  })

  it('are the names that an expression may use, with the members of answers and the parameters of the jurisdiction', () => {
    const names = namesFor(base, surroundings, '/criteria/0/when')
    expect(names).toEqual(expect.arrayContaining(['applicant', 'applicant.born', 'case.submitted']))
    expect(names.some(name => name.startsWith('parameters.'))).toBe(true)
    expect(namesFor(base, surroundings, '/needs/0/value')).toContain('answer.born')
    expect(namesFor({}, null, '/criteria/0/when')).toContain('variant')
  })

  it('go on from what was typed, not inside of a text', () => {
    const names = ['applicant', 'applicant.born', 'amount']
    expect(completionsAt('count(app', 9, names).map(({ text, caret }) => [text, caret])).toEqual([
      ['count(applicant', 15],
      ['count(applicant.born', 20],
    ])
    expect(completionsAt('a = "app', 8, names)).toEqual([])
    expect(completionsAt('1 + ', 4, names)).toEqual([])
    expect(completionsAt('am > 1', 2, names)[0]).toMatchObject({ text: 'amount > 1', caret: 6 })
  })
})

it('writes values of entries as texts, and reads each back as it was', () => {
  for (const value of [
    '= case.applicant',
    'plain',
    '12',
    12,
    1.5,
    true,
    'true',
    null,
    'null',
    '"quoted"',
    '',
    '[1',
    [1, 2],
    { a: '= b' },
    '{',
  ])
    expect(readLiteral(showLiteral(value))).toEqual(value)
})

it('finds texts with their places, and nothing by one letter', () => {
  expect(findIn(base, 'clause 1.3 OF').map(({ pointer }) => pointer)).toEqual([
    '/clauses/2/text/en',
    '/clauses/2/text/ru',
    '/clauses/2/text/kk',
  ])
  expect(findIn(base, 'c')).toEqual([])
})

it('says of each section how far it is', () => {
  const problems = [{ pointer: '/criteria/0/when', code: 'regulation.text-empty' as const, params: {} }]
  const states = sections.map(one => stateOf(one, base as unknown as Record<string, unknown>, problems).state)
  expect(states.filter(state => state === 'faults')).toHaveLength(1)
  expect(stateOf(sectionOf('/fee'), {}, [])).toEqual({ state: 'empty', faults: 0 })
  expect(sectionOf('/criteria/0/when').id).toBe('criteria')
})

it('shows values as words, never as JSON', () => {
  const shown = (value: unknown) => shownValue(value, 'en', { yes: 'Yes', no: 'No', none: 'nothing' })
  expect(
    [{ en: 'A', ru: 'Б', kk: 'В' }, { amount: '10.50', currency: 'KZT' }, true, null, { workingDays: 3 }, []].map(
      shown,
    ),
  ).toEqual(['A', '10.50 ₸'.replace(' ', '\u00a0'), 'Yes', 'nothing', '3 working days', 'nothing'])
})

it('says places in words, elements by what they say, units and languages by name', () => {
  const say1 = sayIn('en')
  const words = (pointer: string) => placeWords(base, pointer, say1, 'en')
  expect(words('/clauses/1.2/text/ru')).toBe('Clauses › 1.2 · Clause 1.2 of grant. › Text › Russian')
  expect(words('/deadline/term/workingDays')).toBe('Deadline of the service › Term › working days')
  expect(words('/variants/0/when')).toBe('Variants › General order › Condition')
})

it('takes the newest of the templates that are newer', () => {
  const versions = ['1.0.0', '1.2.0', '1.10.0'].map(version => ({ ...template, version }) as DigitalRegulation)
  expect(newest(versions, template)?.version).toBe('1.10.0')
  expect(newest(versions.slice(0, 1), template)).toBeNull()
})

describe('what generation would write', () => {
  const work = (
    files: ReadonlyMap<string, string>,
    regulation: unknown,
    decided = { take: [] as string[], keep: [] as string[] },
  ) => {
    const worked = workOut(files, regulation, surroundings, decided)
    if (!worked.ok) throw new Error(JSON.stringify(worked.problems))
    return worked
  }
  const applied = (files: ReadonlyMap<string, string>, changed: Readonly<Record<string, string | null>>) =>
    new Map([...files, ...Object.entries(changed)].filter((one): one is [string, string] => one[1] !== null))

  it('is one change with its record; applied, nothing is left to write', () => {
    const first = work(new Map([[regulationSource, '{}']]), base)
    expect(first.files.every(({ state }) => state === 'new')).toBe(true)
    expect(Object.keys(first.changed)).toEqual(expect.arrayContaining(['service.json', 'regulation.json', recordFile]))
    const package1 = applied(new Map([[regulationSource, '{}']]), first.changed)
    expect(work(package1, base).changed).toEqual({})
    expect(package1.get(regulationSource)).toBe('{}')
  })

  it('keeps edits by hand, tells what both changed, and takes what is chosen', () => {
    const before = applied(new Map(), work(new Map(), base).changed)
    const messages = JSON.parse(before.get('messages/en.json') ?? '{}') as Record<string, string>
    const edited = new Map([...before, ['messages/en.json', JSON.stringify({ ...messages, title: 'By hand' })]])
    const renamed = changeAt(base, '/name/en', 'By the regulation')
    const open1 = work(edited, renamed)
    const key = 'messages/en.json#/title'
    expect(open1.files.flatMap(({ path, conflicts }) => conflicts.map(({ place }) => `${path}#${place}`))).toEqual([
      key,
    ])
    const title = (worked: { changed: Readonly<Record<string, string | null>> }) =>
      (JSON.parse(applied(edited, worked.changed).get('messages/en.json') ?? '{}') as Record<string, string>).title
    expect(title(open1)).toBe('By hand')
    expect(title(work(edited, renamed, { take: [key], keep: [] }))).toBe('By the regulation')
    expect(title(work(edited, renamed, { take: [], keep: [key] }))).toBe('By hand')
  })

  it('is nothing while the regulation has faults', () => {
    expect(workOut(new Map(), addAt(base, '/criteria', {}), surroundings, { take: [], keep: [] }).ok).toBe(false)
  })
})
