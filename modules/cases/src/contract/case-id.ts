import { TypedId } from '@tereze/operation'

/** Id of a case. */
export const CaseId = TypedId('case')
