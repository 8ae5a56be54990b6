export {
  type CompiledPolicy,
  type CompiledRule,
  compilePolicy,
  type Parents,
  type PolicyProblem,
  PolicyWrong,
} from './compile-policy.ts'
export { type AccessCase, decideAccess } from './decide-access.ts'
export { type Clash, findClash } from './decide-roles.ts'
export { lookAtRules } from './explain-access.ts'
export { type Because, because, type Explanation, LookedAt } from './explanation.ts'
export { type Policy, PolicyRule, PolicySubject, Separation } from './policy.ts'
export { CaseActor, PolicyCases } from './policy-cases.ts'
export { type PolicyDifference, type PolicyGap, type PolicyReport, testPolicy } from './test-policy.ts'
