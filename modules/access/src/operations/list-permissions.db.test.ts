import { expect, test } from 'vitest'
import { accessPlatform, rescuer } from '../access-platform.fixture.ts'
import { listPermissions } from '../contract/index.ts'

const platform = await accessPlatform()

test('lists each permission with its rules, and the roles they name', async () => {
  expect(await platform.run(listPermissions, {}, rescuer)).toMatchObject({
    policyVersion: '1',
    items: [
      { permission: 'access.decision.explain', rules: [{ rule: 'explain', why: 'policy.explain' }] },
      { permission: 'access.emergency.begin' },
      { permission: 'access.emergency.review' },
      { permission: 'access.policy.read' },
      { permission: 'registers.record.read', rules: [{ rule: 'rescue' }] },
    ],
    roles: ['case-worker', 'security-officer'],
    words: { 'role.case-worker': { en: 'role.case-worker' }, 'policy.rescue': { kk: 'policy.rescue' } },
  })
})
