import { bind } from '@tereze/foundation-operations'
import { official, testPlatform } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { explainAccess, representation } from '../contract/index.ts'
import { access, policySource, powerScheme } from '../index.ts'

const platform = await testPlatform({
  modules: [access],
  bindings: [
    bind(policySource, {
      policy: () => ({
        version: '3',
        rules: [{ id: 'work', permissions: ['cases.task.complete'], who: ['role:case-worker'], why: 'policy.work' }],
      }),
    }),
    bind(powerScheme, { scheme: () => ({ years: 3, codes: [], ties: [], free: [] }) }),
    bind(representation, {
      today: () => '2026-03-02',
      tiesOf: async () => [],
      tiesTo: async () => [],
      titleOf: async () => null,
      findPerson: async () => null,
      serviceOfCase: async () => null,
    }),
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
  })
  expect(await ask('health')).toMatchObject({ allowed: false, because: 'other-organisation', rule: 'work' })
})
