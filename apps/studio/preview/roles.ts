import { grantRole, listRoles, type RoleHolder, withdrawRole } from '@tereze/identity/contract'
import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import type { Colleague } from '@tereze/studio/contract'
import { No, type SampleHandler } from '../../../tools/web/no.ts'

function handler<O extends Operation>(definition: O, run: (input: InputOf<O>) => OutputOf<O>): SampleHandler {
  return { definition, run }
}

/** Officials of the sample with their roles, in memory. */
export function sampleRoles(now: Date, me: Colleague, colleague: Colleague): readonly SampleHandler[] {
  const holder = ({ official, name }: Colleague, roles: RoleHolder['roles']): RoleHolder => ({
    official,
    name: name ?? { family: official, given: '' },
    unit: null,
    roles,
  })
  const holders = [
    holder(me, [{ role: 'developer', given: null, until: null }]),
    holder(colleague, [
      { role: 'reviewer', given: { by: me.name, at: now.toISOString() }, until: '2027-01-01T00:00:00.000Z' },
    ]),
  ]
  const get = (official: string) => {
    const found = holders.find(one => one.official === official)
    if (!found) throw new No('identity.official-not-found', 404, 'Nobody with this number works here')
    return found
  }
  return [
    handler(listRoles, () => ({ items: holders, roles: ['observer', 'developer', 'reviewer', 'publisher'] })),
    handler(grantRole, ({ official, role, until }) => {
      if (until !== null && new Date(until) <= now)
        throw new No('identity.term-past', 422, 'The term is over before it begins')
      get(official).roles.push({ role, given: { by: me.name, at: now.toISOString() }, until })
      return { official, role }
    }),
    handler(withdrawRole, ({ official, role }) => {
      const own = get(official)
      own.roles = own.roles.filter(one => one.role !== role)
      return { official, role }
    }),
  ]
}
