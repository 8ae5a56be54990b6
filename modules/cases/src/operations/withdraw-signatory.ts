import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { caseNotFound } from '../contract/case.ts'
import { signatorySettled, withdrawSignatory } from '../contract/signatory.ts'
import { beginRun, endRun } from '../engine/case-run.ts'
import { isOwn } from '../engine/own-case.ts'
import { signingOf, takeBack } from '../engine/signing.ts'
import { orStepRefused } from '../engine/step-refused.ts'
import { lockCase } from '../store/cases.ts'
import { findSignatory } from '../store/signatories.ts'

/** Takes back a request to sign: also of somebody who declined, so that the application goes on without them. */
export const withdrawSignatoryHandler = handle(withdrawSignatory, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await lockCase(context.tx, input.case)
    if (row === null || !isOwn(context, row)) return refuse(caseNotFound, { pointer: '/case' })
    const run = beginRun(context, row)
    const declared = signingOf(run)
    if (isRefused(declared)) return declared
    const asked = await findSignatory(context.tx, row.tenant, row.id, input.signatory)
    if (asked === null || asked.state === 'signed' || asked.state === 'withdrawn')
      return refuse(signatorySettled, { pointer: '/signatory' })
    context.concerns([row.person, asked.person])
    const refused = await orStepRefused(() => takeBack(run, asked))
    if (isRefused(refused)) return refused
    await endRun(run)
    return { signatory: asked.id }
  },
})
