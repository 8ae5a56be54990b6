import { module } from '@tereze/foundation-operations'
import { beginEmergency } from './operations/begin-emergency.ts'
import { endEmergency } from './operations/end-emergency.ts'
import { explainAccess } from './operations/explain-access.ts'
import { listEmergencies } from './operations/list-emergencies.ts'
import { listOwnEmergencies } from './operations/list-own-emergencies.ts'
import { listPermissions } from './operations/list-permissions.ts'
import { reviewEmergency } from './operations/review-emergency.ts'

export { type AuthoriserOptions, createAuthoriser } from './authoriser.ts'
export { type PolicySource, policySource } from './ports/policy-source.ts'
export { type Representation, representation } from './ports/representation.ts'
export { readyPolicy } from './rules/ready-policy.ts'

/** Who may, why, and where: one policy engine over rules that are data; access in an emergency, and its review. */
export const access = module({
  name: 'access',
  operations: [
    explainAccess,
    listPermissions,
    beginEmergency,
    endEmergency,
    listOwnEmergencies,
    listEmergencies,
    reviewEmergency,
  ],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
