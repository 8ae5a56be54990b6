import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { getOwnAnnex } from '../contract/annex.ts'
import { caseNotFound } from '../contract/case.ts'
import { beginRun } from '../engine/case-run.ts'
import { isOwn } from '../engine/own-case.ts'
import { findCase } from '../store/cases.ts'
import { viewAnnex } from '../views/view-annex.ts'

/** The annex of an own case's decisions; for nobody who only has a part in the case. */
export const getOwnAnnexHandler = handle(getOwnAnnex, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await findCase(context.tx, input.organisation, input.case)
    if (row === null || !isOwn(context, row)) return refuse(caseNotFound, { pointer: '/case' })
    context.concerns([row.person])
    return viewAnnex(context, context.port(packages), beginRun(context, row).service, row)
  },
})
