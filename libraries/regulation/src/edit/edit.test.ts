import { describe, expect, it } from 'vitest'
import { checkDraft } from '../check/check-draft.ts'
import { checkRegulation } from '../check/check-regulation.ts'
import { regulationOf, regulations } from '../testing/regulations.fixture.ts'
import { aroundFor } from '../testing/surroundings.fixture.ts'
import { blankOf, blankRegulation } from './blank.ts'
import { addAt, changeAt, moveAt } from './change-at.ts'
import { type Part, partAt } from './describe-member.ts'
import { fittingMembers, withKind } from './fitting-members.ts'

const around = aroundFor(...regulations.map(({ id }) => id))
const base = regulationOf('grant', {})
const part = (pointer: string): Part => partAt(pointer) ?? { kind: 'text' }
const objectAt = (pointer: string) => part(pointer) as Extract<Part, { kind: 'object' }>

describe('the parts of the format', () => {
  it('are told by what they hold', () => {
    const kinds = [
      '/name',
      '/criteria/0/when',
      '/criteria/0/clause',
      '/body',
      '/acts/0/id',
      '/clauses/0/source',
      '/deadline/term',
      '/audience',
      '/needs/0/as',
      '/needs/0/input',
      '/needs/0/contract',
      '/needs/0/fresh',
      '/results/0/until',
      '/fee/sum',
      '/retention',
      '/changeable/0',
      '/approval/inForce',
      '/base',
      '/values/0/round/scale',
      '/nothing',
    ]
    expect(kinds.map(pointer => partAt(pointer)?.kind ?? null)).toEqual([
      'words',
      'feel',
      'clause',
      'organisation',
      'act',
      'article',
      'term',
      'choices',
      'choice',
      'entries',
      'contract',
      'period',
      'template',
      'either',
      'either',
      'pointer',
      'date',
      'base',
      'number',
      null,
    ])
  })

  it('go with who supplies a need and with the kind of a result', () => {
    const names = (pointer: string, value: unknown) => fittingMembers(objectAt(pointer), value).map(({ name }) => name)
    expect(names('/needs/0', { from: 'exchange' })).toEqual(expect.arrayContaining(['contract', 'input', 'otherwise']))
    expect(names('/needs/0', { from: 'exchange' })).not.toContain('as')
    expect(names('/needs/0', { from: 'applicant', as: 'choice' })).toContain('answers')
    expect(names('/needs/0', { from: 'applicant', as: 'text' })).not.toContain('answers')
    expect(names('/results/0', { kind: 'payment' })).not.toContain('fields')
    expect(withKind({ id: 'a', from: 'exchange', contract: 'x.y@1', fresh: 'P1D' }, 'from', 'register')).toEqual({
      id: 'a',
      from: 'register',
      fresh: 'P1D',
    })
  })
})

describe('changes', () => {
  it('put a new member where the format has it and leave the order of the rest', () => {
    const { appeal, ...others } = base
    const mixed = { appeal, ...others }
    expect(Object.keys(changeAt(mixed, '/fee', { clause: '1.1', sum: '1' }) as object)).toEqual(
      [...Object.keys(mixed)].toSpliced(Object.keys(mixed).indexOf('deadline') + 1, 0, 'fee'),
    )
    expect(changeAt(base, '/fee', undefined)).toEqual(base)
    expect(changeAt(changeAt(base, '/approval/inForce', '2026-01-01'), '/approval', undefined)).toEqual(base)
  })

  it('add, take away and move elements, and never out of the list', () => {
    const ids = (value: unknown) => (value as typeof base).clauses.map(({ id }) => id)
    expect(ids(moveAt(base, '/clauses', 0, 2))).toEqual(['1.2', '1.3', '1.1', '1.4', '1.5'])
    expect(moveAt(base, '/clauses', 0, -1)).toEqual(base)
    expect(moveAt(base, '/clauses', 4, 5)).toEqual(base)
    expect(ids(changeAt(base, '/clauses/1', undefined))).toEqual(['1.1', '1.3', '1.4', '1.5'])
    expect(addAt(base, '/review', { id: 'a' })).toMatchObject({ review: [{ id: 'a' }] })
  })

  it('leave another value untouched', () => {
    const before = JSON.stringify(base)
    moveAt(base, '/clauses', 0, 2)
    changeAt(base, '/name/kk', 'x')
    expect(JSON.stringify(base)).toBe(before)
  })
})

describe('the check of a draft', () => {
  it('finds what the check of a whole regulation finds, and nothing in those that stand', () => {
    for (const regulation of regulations)
      expect([regulation.id, checkDraft(regulation, around)]).toEqual([regulation.id, []])
    const wrong = changeAt(changeAt(base, '/appeal/clause', '9.9'), '/variants/0/when', 'nobody = 1')
    const checked = checkRegulation(wrong, around)
    expect(checkDraft(wrong, around)).toEqual(checked.ok ? [] : checked.problems)
  })

  it('looks at expressions and references while other parts are missing', () => {
    const { deadline: _, ...unfinished } = changeAt(base, '/criteria', [
      { id: 'a', clause: '9.9', when: 'applicant.born > ' },
    ]) as typeof base
    const found = checkDraft(unfinished, around).map(({ code, pointer }) => `${pointer} ${code}`)
    expect(found).toEqual(
      expect.arrayContaining([
        '/deadline regulation.member-missing',
        '/criteria/0/clause regulation.clause-unknown',
        '/criteria/0/when regulation.expression-wrong',
        '/criteria/0/ground regulation.member-missing',
      ]),
    )
    expect(found.filter(one => one.startsWith('/deadline'))).toEqual(['/deadline regulation.member-missing'])
  })

  it('tells of a blank regulation what is empty, once each', () => {
    const found = checkDraft(blankRegulation({ id: 'new', domain: 'tests', jurisdiction: 'demo' }), around)
    expect(new Set(found.map(({ code }) => code))).toEqual(
      new Set(['regulation.text-empty', 'regulation.list-short', 'regulation.member-missing']),
    )
    expect(new Set(found.map(({ pointer }) => pointer)).size).toBe(found.length)
  })

  it('never breaks on what is no regulation', () => {
    for (const value of [null, 1, 'x', [], {}, { needs: 1, criteria: [1], fee: { sum: 3 }, rules: [] }])
      expect(checkDraft(value, around).length).toBeGreaterThan(0)
  })
})

it('begins each part of the format as something that the check can look at', () => {
  for (const pointer of [
    '/needs',
    '/criteria',
    '/results',
    '/clauses',
    '/questionnaire',
    '/variants',
    '/amount',
    '/fee',
    '/approval',
    '/suspension',
    '/retention',
  ]) {
    const whole = part(pointer)
    const value =
      whole.kind === 'list' ? addAt(base, pointer, blankOf(whole.item)) : changeAt(base, pointer, blankOf(whole))
    expect(checkDraft(value, around).map(({ code }) => code)).not.toContain('regulation.member-unknown')
  }
})
