import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { caseNotFound } from '../contract/case.ts'
import { getCaseService } from '../contract/case-service.ts'
import { findCase } from '../store/cases.ts'

/** Of which service a case is. */
export const getCaseServiceHandler = handle(getCaseService, {
  tenant: input => input.organisation,
  async run({ organisation, case: id }, { tx }) {
    const row = await findCase(tx, organisation, id)
    return row === null ? refuse(caseNotFound, { pointer: '/case' }) : { service: row.service }
  },
})
