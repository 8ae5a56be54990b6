import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { getAnnex } from '../contract/annex.ts'
import { caseNotFound } from '../contract/case.ts'
import { beginRun } from '../engine/case-run.ts'
import { findCase } from '../store/cases.ts'
import { viewAnnex } from '../views/view-annex.ts'

/** The annex of a case's decisions, for officials of the organisation that made them. */
export const getAnnexHandler = handle(getAnnex, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await findCase(context.tx, input.organisation, input.case)
    if (row === null) return refuse(caseNotFound, { pointer: '/case' })
    context.concerns([row.person])
    return viewAnnex(context, context.port(packages), beginRun(context, row).service, row)
  },
})
