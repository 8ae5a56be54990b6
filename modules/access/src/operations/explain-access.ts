import { handle } from '@tereze/foundation-operations'
import { explain } from '../authoriser.ts'
import { explainAccess as definition } from '../contract/index.ts'
import { policySource } from '../ports/policy-source.ts'
import { representation } from '../ports/representation.ts'

/** Explains the policy's answer to the one who asks. */
export const explainAccess = handle(definition, {
  tenant: input => input.organisation,
  run: ({ permission, organisation, input }, context) =>
    explain(
      { policySource: context.port(policySource), representation: context.port(representation) },
      { actor: context.actor, permission, tenant: organisation, input },
    ),
})
