import { handle } from '@tereze/foundation-operations'
import { listPermissions as definition } from '../contract/index.ts'
import { policySource } from '../ports/policy-source.ts'
import { readyPolicy } from '../rules/ready-policy.ts'
import { wordsOf } from '../rules/words-of.ts'

/** Lists what the policy has rules for. */
export const listPermissions = handle(definition, {
  tenant: () => 'platform',
  async run(_input, { port }) {
    const source = port(policySource)
    const policy = readyPolicy(source)
    const items = [...policy.byPermission]
      .map(([permission, rules]) => ({
        permission,
        rules: rules.map(({ source: { id, why } }) => ({ rule: id, why })),
      }))
      .sort((one, other) => (one.permission < other.permission ? -1 : 1))
    const named = [...policy.byPermission.values()].flat().flatMap(({ officialRoles }) => [...officialRoles])
    const apart = policy.separations.flatMap(separation => separation.apart.flat())
    const roles = [...new Set([...named, ...apart])].sort()
    const keys = [...items.flatMap(({ rules }) => rules.map(({ why }) => why)), ...roles.map(role => `role.${role}`)]
    return { policyVersion: policy.version, items, roles, words: wordsOf(source, keys) }
  },
})
