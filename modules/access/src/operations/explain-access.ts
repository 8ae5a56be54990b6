import { handle } from '@tereze/foundation-operations'
import { explain } from '../authoriser.ts'
import { explainAccess as definition } from '../contract/index.ts'
import { representation } from '../contract/representation.ts'
import { policySource } from '../ports/policy-source.ts'
import { powerScheme } from '../ports/power-scheme.ts'

/** Explains the policy's answer to the one who asks. */
export const explainAccess = handle(definition, {
  tenant: input => input.organisation,
  run: ({ permission, organisation, input }, context) =>
    explain(
      {
        policySource: context.port(policySource),
        representation: context.port(representation),
        powerScheme: context.port(powerScheme),
      },
      { actor: context.actor, permission, tenant: organisation, input },
      context.tx,
    ),
})
