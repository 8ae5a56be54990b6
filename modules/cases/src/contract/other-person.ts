import { refusal } from '@tereze/operation'

/** The process wants somebody else for this task than for an earlier one, which its words name, and this official did that. */
export const otherPersonNeeded = refusal('cases.other-person-needed', 'forbidden')
