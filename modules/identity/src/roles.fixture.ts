import { bind } from '@tereze/foundation-operations'
import { fixedClock, official, testPlatform } from '@tereze/foundation-testing'
import { type InputOf, isRefused } from '@tereze/operation'
import { actorOfAccount } from './actor-of-account.ts'
import { appointOfficial, grantRole, listRoles, withdrawRole } from './contract/index.ts'
import { identity, roleGiving, rolesApart } from './index.ts'

const organisation = 'social-protection'

/** An organisation whose head gives the roles of observer and reviewer. */
export async function rolesPlatform() {
  const clock = fixedClock()
  const platform = await testPlatform({
    modules: [identity],
    clock,
    bindings: [
      bind(rolesApart, {
        findClash: roles =>
          roles.includes('auditor') && roles.includes('reviewer') ? { roles: ['auditor', 'reviewer'], why: '' } : null,
      }),
      bind(roleGiving, { givenBy: roles => (roles.includes('head') ? ['observer', 'reviewer'] : []) }),
    ],
  })
  async function appoint(family: string, roles: string[]) {
    const id = platform.ids.newId('official')
    const post = { official: id, organisation, unit: null, name: { family, given: 'Дана' }, roles }
    const done = await platform.run(appointOfficial, post, official({ organisation, roles: ['head'] }))
    if (isRefused(done)) throw new Error(done.code)
    return official({ id, organisation, roles })
  }
  const head = await appoint('Басшыева', ['head'])
  return {
    platform,
    clock,
    organisation,
    head,
    appoint,
    grant: (input: Partial<InputOf<typeof grantRole>>, who = head) =>
      platform.run(grantRole, { organisation, official: head.id, role: 'reviewer', until: null, ...input }, who),
    withdraw: (of: string, role: string, who = head) =>
      platform.run(withdrawRole, { organisation, official: of, role }, who),
    async list(who = head) {
      const found = await platform.run(listRoles, { organisation }, who)
      if (isRefused(found)) throw new Error(found.code)
      return found
    },
    /** The roles with which somebody does what they do next. */
    async rolesOf(account: string) {
      const proven = { account, session: 'session', assurance: 'substantial', clients: [] } as const
      const actor = await actorOfAccount(platform.database, proven, 'en', clock.now())
      return actor?.kind === 'official' ? actor.roles : []
    },
  }
}
