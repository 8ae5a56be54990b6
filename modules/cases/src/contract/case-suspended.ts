import { refusal } from '@tereze/operation'

/** While the term of a case is suspended nothing is decided in it. */
export const caseSuspended = refusal('cases.case-suspended', 'conflict')
