import { official, person, system } from '@tereze/foundation-testing'
import { type Actor, anonymous } from '@tereze/operation'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { compilePolicy, PolicyWrong } from './compile-policy.ts'
import { decideAccess } from './decide-access.ts'
import { lookAtRules } from './explain-access.ts'
import type { Policy, PolicyRule } from './policy.ts'

const rule = (id: string, who: string[], more: Partial<PolicyRule> = {}): PolicyRule => ({
  id,
  permissions: [`thing.${id}.do`],
  who,
  why: `policy.${id}`,
  ...more,
})

const policy: Policy = {
  version: '7',
  rules: [
    rule('public', ['anyone']),
    rule('own', ['person'], { when: 'input.person = actor.id' }),
    rule('work', ['role:case-worker', 'role:head']),
    rule('count', ['role:statistician'], { where: 'any-organisation' }),
    rule('deliver', ['system:member'], { where: 'any-organisation' }),
    rule('bookkeep', ['system:platform']),
    rule('staff', ['official']),
    rule('safe', ['person'], { when: 'actor.assurance = "high"' }),
    rule('shared', ['role:head']),
    rule('shared-more', ['role:case-worker'], { permissions: ['thing.shared.do'], when: 'input.amount < 100' }),
  ],
}
const compiled = compilePolicy(policy)

const somebody = person()
const actors = {
  nobody: anonymous(),
  somebody,
  worker: official({ organisation: 'social-protection', roles: ['case-worker'] }),
  otherWorker: official({ organisation: 'health', roles: ['case-worker'] }),
  statistician: official({ organisation: 'health', roles: ['statistician'] }),
  ward: system({ organisation: 'maternity-ward-north', roles: ['member'] }),
  platform: system({ organisation: 'social-protection', roles: ['platform'] }),
} satisfies Record<string, Actor>

describe('rules × actors at social-protection', () => {
  const yes: Record<string, (keyof typeof actors)[]> = {
    public: ['nobody', 'somebody', 'worker', 'otherWorker', 'statistician', 'ward', 'platform'],
    own: ['somebody'],
    work: ['worker'],
    count: ['statistician'],
    deliver: ['ward'],
    bookkeep: ['platform'],
    staff: ['worker'],
    safe: [],
    shared: ['worker'],
    unheard: [],
  }
  for (const [what, allowed] of Object.entries(yes)) {
    for (const name of Object.keys(actors) as (keyof typeof actors)[]) {
      it(`${allowed.includes(name) ? 'allows' : 'denies'} ${name} ${what}`, () => {
        const answer = decideAccess(compiled, {
          actor: actors[name],
          permission: `thing.${what}.do`,
          tenant: 'social-protection',
          input: { person: somebody.id, amount: 20 },
        })
        expect(answer.allowed).toBe(allowed.includes(name))
        expect(answer.policyVersion).toBe('7')
      })
    }
  }
})

test('the answer names the rule, or why not and which rule came nearest', () => {
  const ask = (actor: Actor, permission: string, input: unknown, tenant = 'social-protection') =>
    decideAccess(compiled, { actor, permission, tenant, input })
  expect(ask(actors.worker, 'thing.work.do', {})).toEqual({
    allowed: true,
    because: 'rule-allows',
    rule: 'work',
    why: 'policy.work',
    policyVersion: '7',
  })
  expect(ask(actors.worker, 'thing.work.do', {}, 'health')).toMatchObject({
    because: 'other-organisation',
    rule: 'work',
  })
  expect(ask(actors.worker, 'thing.shared.do', { amount: 100 })).toMatchObject({
    because: 'condition-not-met',
    rule: 'shared-more',
  })
  expect(ask(actors.nobody, 'thing.work.do', {})).toMatchObject({ because: 'not-your-role', rule: null })
  expect(ask(actors.nobody, 'thing.never.do', {})).toMatchObject({ because: 'no-rule', rule: null })
})

test('a condition that cannot be computed does not allow', () => {
  for (const input of [null, undefined, 'text', { person: null }, { person: { id: somebody.id } }, []]) {
    expect(
      decideAccess(compiled, { actor: somebody, permission: 'thing.own.do', tenant: 'platform', input }).allowed,
    ).toBe(false)
  }
})

test('no input lets anyone do what no rule names for them', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(actors)), fc.anything(), fc.string(), (actor, input, permission) => {
      expect(decideAccess(compiled, { actor, permission, tenant: 'social-protection', input }).allowed).toBe(false)
    }),
  )
})

describe('territory, branch and emergency', () => {
  const parents = new Map([
    ['agency', 'ministry'],
    ['office', 'agency'],
    ['circle-one', 'circle-two'],
    ['circle-two', 'circle-one'],
  ])
  const limited = compilePolicy(
    {
      version: '1',
      rules: [
        rule('list', ['role:worker'], { within: '/place/code' }),
        rule('oversee', ['role:auditor'], { where: 'own-branch' }),
        rule('rescue', ['role:worker'], { where: 'any-organisation', emergency: true, when: 'input.emergency = true' }),
      ],
    },
    parents,
  )
  const ask = (actor: Actor, what: string, tenant: string, input: unknown = {}, emergency = false) =>
    decideAccess(limited, { actor, permission: `thing.${what}.do`, tenant, input, emergency }).because
  const worker = (territory: string | null) => official({ organisation: 'agency', territory, roles: ['worker'] })

  it.each([
    ['10', '10', 'rule-allows'],
    ['10', '1012', 'rule-allows'],
    ['10', '20', 'other-territory'],
    ['1012', '10', 'other-territory'],
    ['10', undefined, 'rule-allows'],
    ['10', null, 'rule-allows'],
    ['10', 10, 'other-territory'],
    [null, '20', 'rule-allows'],
  ])('an office of %s asks within %s: %s', (own, code, because) => {
    expect(ask(worker(own), 'list', 'agency', { place: { code } })).toBe(because)
  })

  it.each([
    ['ministry', 'ministry', 'rule-allows'],
    ['ministry', 'office', 'rule-allows'],
    ['agency', 'ministry', 'other-organisation'],
    ['agency', 'circle-one', 'other-organisation'],
    ['circle-one', 'circle-two', 'rule-allows'],
  ])('an auditor of %s over %s: %s', (organisation, tenant, because) => {
    expect(ask(official({ organisation, roles: ['auditor'] }), 'oversee', tenant)).toBe(because)
  })

  it('holds in an emergency only, and only for what is asked as one', () => {
    expect(ask(worker(null), 'rescue', 'office', { emergency: true }, true)).toBe('rule-allows')
    expect(ask(worker(null), 'rescue', 'office', { emergency: true })).toBe('emergency-only')
    expect(ask(worker(null), 'rescue', 'office', {}, true)).toBe('condition-not-met')
    expect(ask(official({ organisation: 'agency', roles: ['cook'] }), 'rescue', 'agency', {}, true)).toBe(
      'not-your-role',
    )
  })
})

test('an explanation shows every rule, how far the question came, and what the condition read', () => {
  const looked = lookAtRules(compiled, {
    actor: actors.worker,
    permission: 'thing.shared.do',
    tenant: 'social-protection',
    input: { amount: 100, secret: 'x' },
  })
  expect(looked.map(({ rule: id, result }) => [id, result])).toEqual([
    ['shared', 'not-your-role'],
    ['shared-more', 'condition-not-met'],
  ])
  expect(looked[1]).toMatchObject({
    who: ['role:case-worker'],
    condition: 'input.amount < 100',
    read: [{ path: 'input.amount', value: '100' }],
  })
  const elsewhere = { actor: actors.otherWorker, permission: 'thing.shared.do', tenant: 'social-protection', input: {} }
  expect(lookAtRules(compiled, elsewhere).map(({ read }) => read)).toEqual([[], []])
})

test('a condition sees of the input what it names, whatever way it names it', () => {
  const wordings: readonly [string, unknown, boolean][] = [
    ['input.a.b = 3', { a: { b: 3 }, z: 1 }, true],
    ['count(input.list[x > 1]) = 2', { list: [{ x: 1 }, { x: 2 }, { x: 3 }] }, true],
    ['get value(input, "a") = 1', { a: 1 }, true],
    ['some each in input.list satisfies each.who = actor.id', { list: [{ who: somebody.id }] }, true],
    ['input = null', null, true],
    ['input.a = null', { b: 1 }, true],
    ['list contains(actor.roles, "head")', {}, false],
    ['{ own: actor, ok: own.kind = "person" }.ok', {}, true],
    ['tenant = "platform" and input.a', { a: true }, true],
    ['input.constructor = null', {}, true],
  ]
  for (const [when, input, holds] of wordings) {
    const one = compilePolicy({ version: '1', rules: [rule('one', ['person'], { when })] })
    const { allowed } = decideAccess(one, { actor: somebody, permission: 'thing.one.do', tenant: 'platform', input })
    expect(allowed, when).toBe(holds)
  }
})

test('a policy with mistakes is not used at all', () => {
  const wrong: Policy = {
    version: '1',
    rules: [
      rule('a', ['anyone']),
      rule('a', ['somebody']),
      rule('b', ['person'], { when: 'input.person = = actor.id' }),
      rule('c', ['person'], { emergency: true }),
    ],
    separations: [
      { id: 'c', apart: [['x'], ['y']], why: 'policy.c' },
      { id: 'd', apart: [['x', 'y'], ['y']], why: 'policy.d' },
    ],
  }
  expect(() => compilePolicy(wrong)).toThrow(PolicyWrong)
  try {
    compilePolicy(wrong)
  } catch (error) {
    expect((error as PolicyWrong).problems.map(({ rule, problem }) => `${rule} ${problem}`)).toEqual([
      'a repeated-id',
      'a subject-unknown',
      'b condition-broken',
      'c emergency-for-whom',
      'c repeated-id',
      'd role-on-both-sides',
    ])
  }
})

test('costs less than half of writing the question down as JSON, where no condition is asked', () => {
  const questions = Object.values(actors).map(actor => ({
    actor,
    permission: 'thing.work.do',
    tenant: 'social-protection',
    input: {},
  }))
  const rounds = 20_000
  const run = (work: (question: (typeof questions)[number]) => boolean) => {
    const began = performance.now()
    let yes = 0
    for (let round = 0; round < rounds; round++) {
      const question = questions[round % questions.length]
      if (question && work(question)) yes += 1
    }
    return { yes, took: performance.now() - began }
  }
  const decides = () => run(question => decideAccess(compiled, question).allowed)
  const writes = () => run(question => JSON.stringify(question).length > 0)
  expect(decides().yes).toBe(Math.ceil((rounds - 2) / questions.length))
  const ratios = [1, 2, 3, 4, 5].map(() => decides().took / writes().took)
  expect(Math.min(...ratios)).toBeLessThan(0.5)
})
