import type { Parents } from '@tereze/access-policy'
import { type Language, port } from '@tereze/operation'
import type { Policy } from '../contract/index.ts'

/** Where the policy comes from: the published content. */
export interface PolicySource {
  /** The same object as long as nothing was published. */
  policy(): Policy
  /** The organisation above each one; the same object as long as nothing was published. None when there is no such function. */
  parents?(): Parents
  /** What the words of a rule or role are; the key itself when there is no such function. */
  words?(key: string): Record<Language, string>
}
/** Where the policy comes from. */
export const policySource = port<PolicySource>('access.policy-source')
