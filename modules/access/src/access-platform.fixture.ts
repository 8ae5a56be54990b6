import { bind } from '@tereze/foundation-operations'
import { fixedClock, official, testPlatform } from '@tereze/foundation-testing'
import { createAuthoriser } from './authoriser.ts'
import { type Policy, representation } from './contract/index.ts'
import { access, policySource, powerScheme } from './index.ts'
import { noPowers, noTies } from './nobody-acts.fixture.ts'

const policy: Policy = {
  version: '1',
  rules: [
    { id: 'declare', permissions: ['access.emergency.begin'], who: ['role:case-worker'], why: 'policy.declare' },
    { id: 'review', permissions: ['access.emergency.review'], who: ['role:security-officer'], why: 'policy.review' },
    {
      id: 'explain',
      permissions: ['access.decision.explain', 'access.policy.read'],
      who: ['official'],
      where: 'any-organisation',
      why: 'policy.explain',
    },
    {
      id: 'rescue',
      permissions: ['registers.record.read'],
      who: ['role:case-worker'],
      where: 'any-organisation',
      when: 'input.emergency = true',
      emergency: true,
      why: 'policy.rescue',
    },
  ],
}

/** The official who declares emergencies in tests. */
export const rescuer = official({ roles: ['case-worker'] })
/** The official who reviews them. */
export const reviewer = official({ id: 'official_01960000-0000-7000-8000-0000000000e1', roles: ['security-officer'] })

/** The access module on a database of its own, under a policy of its own. */
export async function accessPlatform() {
  const clock = fixedClock()
  const source = { policy: () => policy }
  const authoriser = createAuthoriser({ policySource: source, representation: noTies, powerScheme: noPowers, clock })
  const platform = await testPlatform({
    modules: [access],
    clock,
    authoriser,
    bindings: [bind(policySource, source), bind(representation, noTies), bind(powerScheme, noPowers)],
  })
  return { ...platform, authoriser }
}
