import { languages } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import en from '../messages/en.json' with { type: 'json' }
import { describeProblem } from '../problem.ts'
import { problemCodes } from '../problem-codes.ts'
import { regulationOf, regulations, say } from '../testing/regulations.fixture.ts'
import { aroundFor } from '../testing/surroundings.fixture.ts'
import { checkRegulation } from './check-regulation.ts'

const around = aroundFor('allowance')
const income = {
  id: 'income',
  kind: 'document',
  name: say('Income'),
  clause: '1.2',
  from: 'exchange',
  contract: 'tax-agency.income-by-person@1',
  input: { person: '= case.applicant', year: '= 2025' },
} as const
const person = regulationOf('allowance', {}).needs[0]
const criterion = (when: string) => ({
  id: 'one',
  clause: '1.2',
  text: say('So'),
  when,
  ground: { id: 'no', text: say('No'), remedy: say('None') },
})

function problemsOf(changes: object, without: readonly string[] = []) {
  const regulation: Record<string, unknown> = { ...regulationOf('allowance', {}), ...changes }
  for (const name of without) delete regulation[name]
  const checked = checkRegulation(regulation, around)
  return checked.ok ? [] : checked.problems
}

const needs = (need: object) => ({ needs: [person, need] })
const told = (changes: object, without?: readonly string[]) =>
  problemsOf(changes, without).map(({ code, pointer, params }) => [
    code.slice('regulation.'.length),
    pointer,
    params.nearest ?? '',
  ])

describe('a wrong regulation is told by place, code and nearest', () => {
  it.each([
    ['member-missing', '/appeal', '', {}, ['appeal']],
    ['member-unknown', '/sumary', 'summary', { sumary: say('x') }],
    ['value-unknown', '/level', 'national', { level: 'natonal' }],
    ['value-wrong', '/version', '', { version: '1' }],
    ['value-wrong', '/deadline/term', '', { deadline: { term: {}, from: 'submitted', clause: '1.4' } }],
    ['words-missing', '/name/kk', '', { name: { en: 'a', ru: 'б' } }],
    ['text-empty', '/name/kk', '', { name: { en: 'a', ru: 'б', kk: '' } }],
    ['clause-unknown', '/rules/clause', '1.1', { rules: { follow: 'application', clause: '1.11' } }],
    ['body-unknown', '/body', 'org:social-protection', { body: 'org:social-protecton' }],
    ['act-unknown', '/acts/0/id', 'act:public-services', { acts: [{ id: 'act:public-service', article: '1' }] }],
    ['situation-unknown', '/situations/0', 'birth-of-a-child', { situations: ['birth-of-child'] }],
    [
      'concept-unknown',
      '/needs/1/concept',
      'concept:income-of-person',
      needs({ ...income, concept: 'concept:incomes-of-person' }),
    ],
    [
      'contract-unknown',
      '/needs/1/contract',
      'tax-agency.income-by-person@1',
      needs({ ...income, contract: 'tax-agency.income-of-person@1' }),
    ],
    ['contract-closed', '/needs/1/contract', '', { body: 'org:education', ...needs(income) }],
    [
      'purpose-unknown',
      '/needs/1/purpose',
      'benefit-eligibility',
      needs({ ...income, purpose: 'benefit-eligability' }),
    ],
    ['member-missing', '/needs/1/input/year', '', needs({ ...income, input: { person: '= case.applicant' } })],
    [
      'member-unknown',
      '/needs/1/input/persom',
      'person',
      needs({ ...income, input: { ...income.input, persom: '1' } }),
    ],
    ['member-unfit', '/needs/1/as', '', needs({ ...income, as: 'text' })],
    [
      'register-unknown',
      '/needs/1/register',
      'benefit-entitlements',
      needs({
        id: 'r',
        kind: 'information',
        name: say('R'),
        clause: '1.1',
        from: 'register',
        register: 'benefit-entitlement',
        where: {},
      }),
    ],
    [
      'register-foreign',
      '/needs/1/register',
      '',
      needs({
        id: 'r',
        kind: 'information',
        name: say('R'),
        clause: '1.1',
        from: 'register',
        register: 'births',
        where: {},
      }),
    ],
    [
      'column-unknown',
      '/needs/1/where/persn',
      'person',
      needs({
        id: 'r',
        kind: 'information',
        name: say('R'),
        clause: '1.1',
        from: 'register',
        register: 'benefit-entitlements',
        where: { persn: '= case.applicant' },
      }),
    ],
    ['name-unknown', '/criteria/0/when', 'applicant', { criteria: [criterion('applicnt.sex = "male"')] }],
    [
      'answer-member-unknown',
      '/criteria/0/when',
      'residence',
      { criteria: [criterion('applicant.resience.region = "north"')] },
    ],
    [
      'parameter-unknown',
      '/criteria/0/when',
      'subsistenceMinimum',
      { criteria: [criterion('1 < number(parameters.subsistenceMinimun.amount)')] },
    ],
    ['expression-wrong', '/criteria/0/when', '', { criteria: [criterion('1 +')] }],
    ['rounding-undeclared', '/criteria/0/when', '', { criteria: [criterion('floor(1.5) = 1')] }],
    ['name-taken', '/needs/1/id', '', needs({ ...income, id: 'case' })],
    ['id-repeated', '/needs/1/id', '', { needs: [person, person] }],
    [
      'variant-open',
      '/variants/0/when',
      '',
      { variants: [{ id: 'a', name: say('A'), when: 'applicant.sex = "male"' }] },
    ],
    ['variant-hidden', '/variants/1', '', { variants: ['a', 'b'].map(id => ({ id, name: say(id), when: 'true' })) }],
    ['circle-open', '/notApplicant', '', { notApplicant: { clause: '1.1', text: say('x'), remedy: say('y') } }],
    [
      'amount-missing',
      '/results/0',
      '',
      {
        results: [{ id: 'p', kind: 'payment', clause: '1.1', title: say('P'), to: 'case.applicant', repeats: 'once' }],
      },
    ],
    ['procedure-missing', '/procedures', '', { procedures: regulationOf('allowance', {}).procedures.slice(1) }],
    [
      'example-unfit',
      '/needs/1/example',
      '',
      needs({
        id: 'n',
        kind: 'information',
        name: say('N'),
        clause: '1.1',
        from: 'applicant',
        as: 'text',
        pattern: '^[0-9]+$',
        example: 'x',
      }),
    ],
    ['base-wanted', '/kind', '', { kind: 'joining', base: 'x@1.0.0', changes: {} }],
  ] as const)('%s at %s', (code, pointer, near, changes, without?: readonly string[]) => {
    expect(told(changes, without)).toContainEqual([code, pointer, near])
  })

  it('tells all of them at once', () => {
    const codes = told({ level: 'x', name: {}, version: '1', channels: [], acts: [] }).map(([code]) => code)
    expect(codes.filter(code => code === 'words-missing').length).toBe(3)
    expect(codes.length).toBeGreaterThan(6)
  })

  it('says in every language what is wrong and what to do', () => {
    for (const problem of problemsOf({ criteria: [criterion('applicnt.sex = "male"')], level: 'national' }))
      for (const language of languages) {
        const { wrong, remedy } = describeProblem(problem, language)
        expect(wrong).toContain('applicnt')
        expect(remedy).toContain('applicant')
        expect(`${wrong}${remedy}`).not.toMatch(/[{}]|\[/)
      }
  })

  it('takes nothing on trust', () => {
    for (const value of [null, [], 'x', 3, { kind: 3 }]) expect(checkRegulation(value, around).ok).toBe(false)
  })
})

it('finds nothing wrong with what stands', () => {
  const open = aroundFor(...regulations.map(({ id }) => id))
  for (const regulation of regulations) expect(checkRegulation(regulation, open)).toMatchObject({ ok: true })
})

it('every fault has its words, and there are words of no other', () => {
  const keys = Object.keys(en)
  const said = keys.filter(key => key.startsWith('problem.')).map(key => key.slice('problem.'.length))
  expect(said.sort()).toEqual([...problemCodes].sort())
  expect(problemCodes.filter(code => !keys.includes(`remedy.${code}`))).toEqual([])
})
