import { refusal } from '@tereze/operation'
import { Type } from 'typebox'

/** How often a case has been written: another number, another case than the one that was seen. */
export const Revision = Type.Integer({ minimum: 1 })

/** The case is not as it was when the client read it. */
export const changedMeanwhile = refusal('cases.changed-meanwhile', 'conflict')
