import { port } from '@tereze/operation'
import type { Policy } from '../contract/index.ts'

/** Where the policy comes from: the published content. The same object as long as nothing was published. */
export const policySource = port<{ policy(): Policy }>('access.policy-source')
