import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { approvalNeeded, registerNotFound, registerRecord } from '../contract/record.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { addRecord } from '../recording/add-version.ts'
import { needsApproval } from '../rules/needs-approval.ts'

/** Adds a record to a register. */
export const registerRecordHandler = handle(registerRecord, {
  tenant: input => input.organisation,
  async run(input, context) {
    const definition = findDefinition(context, input.organisation, input.register)
    if (definition === null)
      return refuse(registerNotFound, { pointer: '/register', params: { register: input.register } })
    const reader = readerOf(context, definition, input.under)
    const grants = reader.general('write')
    if (grants.length === 0) return reader.refuse('write')
    if (needsApproval(definition, context.actor, input.under, 'write'))
      return refuse(approvalNeeded, { params: { register: definition.id } })
    return addRecord(context, definition, input.record ?? context.ids.newId(definition.idPrefix), {
      data: input.data,
      validFrom: input.validFrom,
      source: input.source,
      reason: null,
      grants,
      kind: 'change',
    })
  },
})
