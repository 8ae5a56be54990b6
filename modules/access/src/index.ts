import { module } from '@tereze/foundation-operations'
import { explainAccess } from './operations/explain-access.ts'

export { type AuthoriserOptions, createAuthoriser } from './authoriser.ts'
export { policySource } from './ports/policy-source.ts'
export { type Representation, representation } from './ports/representation.ts'
export { type CompiledPolicy, compilePolicy, type PolicyProblem, PolicyWrong } from './rules/compile-policy.ts'
export { type AccessCase, decideAccess } from './rules/decide-access.ts'

/** Who may, why, and where: one policy engine over rules that are data. */
export const access = module({
  name: 'access',
  operations: [explainAccess],
  messages: new URL('../messages/', import.meta.url),
})
