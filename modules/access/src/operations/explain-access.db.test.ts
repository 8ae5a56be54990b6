import { bind } from '@tereze/foundation-operations'
import { official, testPlatform } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { explainAccess, representation } from '../contract/index.ts'
import { access, policySource, powerScheme } from '../index.ts'
import { noPowers, noTies } from '../nobody-acts.fixture.ts'

const platform = await testPlatform({
  modules: [access],
  bindings: [
    bind(policySource, {
      policy: () => ({
        version: '3',
        rules: [{ id: 'work', permissions: ['cases.task.complete'], who: ['role:case-worker'], why: 'policy.work' }],
      }),
    }),
    bind(powerScheme, noPowers),
    bind(representation, noTies),
  ],
})

test('tells an official which rule allows a permission, and why not elsewhere', async () => {
  const ask = (organisation: string) =>
    platform.run(explainAccess, { permission: 'cases.task.complete', organisation }, official())
  expect(await ask('social-protection')).toEqual({
    allowed: true,
    because: 'rule-allows',
    rule: 'work',
    why: 'policy.work',
    policyVersion: '3',
    looked: [
      {
        rule: 'work',
        why: 'policy.work',
        result: 'rule-allows',
        who: ['role:case-worker'],
        where: 'own-organisation',
        condition: null,
        read: [],
      },
    ],
    words: { 'policy.work': { en: 'policy.work', ru: 'policy.work', kk: 'policy.work' } },
  })
  expect(await ask('health')).toMatchObject({
    allowed: false,
    because: 'other-organisation',
    rule: 'work',
    looked: [{ result: 'other-organisation' }],
  })
})

test('tells what an official with some roles may', async () => {
  const ask = (roles: string[]) =>
    platform.run(
      explainAccess,
      { permission: 'cases.task.complete', organisation: 'health', as: { organisation: 'health', roles } },
      official({ roles: ['security-officer'] }),
    )
  expect(await ask(['case-worker'])).toMatchObject({ allowed: true, rule: 'work' })
  expect(await ask(['auditor'])).toMatchObject({ allowed: false, because: 'not-your-role' })
})
