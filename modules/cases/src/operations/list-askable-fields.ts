import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { caseNotFound } from '../contract/case.ts'
import { listAskableFields } from '../contract/information.ts'
import { applicantFields } from '../engine/applicant-fields.ts'
import { beginRun } from '../engine/case-run.ts'
import { readAt } from '../rules/pointer.ts'
import { findCase } from '../store/cases.ts'
import { fieldLabel } from '../views/field-label.ts'

/** Lists the fields of a case's forms that the applicant may be asked for again. */
export const listAskableFieldsHandler = handle(listAskableFields, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await findCase(context.tx, input.organisation, input.case)
    if (row === null) return refuse(caseNotFound, { pointer: '/case' })
    const run = beginRun(context, row)
    const fields = await applicantFields(run)
    context.concerns([row.person])
    return {
      items: fields.map(({ field, as }) => ({
        pointer: field,
        label: fieldLabel(run, field),
        document: as === 'files',
        filled: (readAt(row.data, field) ?? null) !== null,
      })),
    }
  },
})
