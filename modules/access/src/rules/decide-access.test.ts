import { official, person, system } from '@tereze/foundation-testing'
import { type Actor, anonymous } from '@tereze/operation'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Policy, PolicyRule } from '../contract/index.ts'
import { compilePolicy, PolicyWrong } from './compile-policy.ts'
import { decideAccess } from './decide-access.ts'

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

test('a policy with mistakes is not used at all', () => {
  const wrong: Policy = {
    version: '1',
    rules: [
      rule('a', ['anyone']),
      rule('a', ['somebody']),
      rule('b', ['person'], { when: 'input.person = = actor.id' }),
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
  const rounds = 40_000
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
