import { decideAccess, lookAtRules } from '@tereze/access-policy'
import { handle } from '@tereze/foundation-operations'
import type { Actor } from '@tereze/operation'
import { decide } from '../authoriser.ts'
import { explainAccess as definition, type SupposedOfficial } from '../contract/index.ts'
import { representation } from '../contract/representation.ts'
import { policySource } from '../ports/policy-source.ts'
import { powerScheme } from '../ports/power-scheme.ts'
import { readyPolicy } from '../rules/ready-policy.ts'
import { wordsOf } from '../rules/words-of.ts'

/** The official that one asks about, as the policy would see them. */
function supposed({ organisation, roles, unit, territory }: SupposedOfficial, actor: Actor): Actor {
  const { language } = actor
  const nobody = { id: 'official_supposed', session: '', assurance: 'high', clients: [] } as const
  return {
    ...nobody,
    kind: 'official',
    language,
    organisation,
    roles,
    unit: unit ?? null,
    territory: territory ?? null,
  }
}

/** Explains the policy's answer: to the one who asks, or to an official with some roles. */
export const explainAccess = handle(definition, {
  tenant: input => input.organisation,
  async run({ permission, organisation, input, as }, { tx, now, actor, port }) {
    const source = port(policySource)
    const policy = readyPolicy(source)
    const asked = { actor: as === undefined ? actor : supposed(as, actor), permission, tenant: organisation, input }
    const clock = { now: () => now }
    const parts = { policySource: source, representation: port(representation), powerScheme: port(powerScheme), clock }
    const { emergency, ...answer } =
      as === undefined
        ? await decide(parts, asked, tx)
        : {
            ...decideAccess(policy, { ...asked, emergency: as.emergency === true }),
            emergency: as.emergency ? '' : null,
          }
    const looked = lookAtRules(policy, { ...asked, emergency: emergency !== null })
    return {
      ...answer,
      looked,
      words: wordsOf(
        source,
        looked.map(({ why }) => why),
      ),
    }
  },
})
