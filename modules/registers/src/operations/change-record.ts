import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import {
  approvalNeeded,
  changeRecord,
  recordChangedMeanwhile,
  recordMerged,
  recordNotFound,
  registerNotFound,
} from '../contract/record.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { addVersion } from '../recording/add-version.ts'
import { needsApproval } from '../rules/needs-approval.ts'
import { findSurvivor } from '../store/merges.ts'
import { findCurrent } from '../store/records.ts'

/** Gives a record a new version. */
export const changeRecordHandler = handle(changeRecord, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { tx } = context
    const definition = findDefinition(context, input.organisation, input.register)
    if (definition === null)
      return refuse(registerNotFound, { pointer: '/register', params: { register: input.register } })
    const reader = readerOf(context, definition, input.under)
    const current = await findCurrent(tx, tx.tenant, definition.id, input.record)
    if (current === null) {
      const survivor = await findSurvivor(tx, tx.tenant, definition.id, input.record)
      return survivor === null
        ? refuse(recordNotFound, { pointer: '/record' })
        : refuse(recordMerged, { pointer: '/record', params: { survivor } })
    }
    const grants = reader.grants('correct', current)
    if (grants.length === 0) return reader.refuse('correct')
    if (needsApproval(definition, context.actor, input.under, 'correct'))
      return refuse(approvalNeeded, { params: { register: definition.id } })
    if (current.version !== input.version)
      return refuse(recordChangedMeanwhile, { params: { version: current.version } })
    return addVersion(context, definition, current, {
      data: input.data,
      validFrom: input.validFrom,
      source: input.source,
      reason: input.reason,
      grants,
      kind: 'change',
    })
  },
})
