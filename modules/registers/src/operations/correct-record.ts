import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { correctRecord, versionSuperseded } from '../contract/history.ts'
import {
  approvalNeeded,
  recordChangedMeanwhile,
  recordMerged,
  recordNotFound,
  registerNotFound,
} from '../contract/record.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { addPastCorrection, addVersion } from '../recording/add-version.ts'
import { needsApproval } from '../rules/needs-approval.ts'
import { findSurvivor } from '../store/merges.ts'
import { findCurrent, findHeld, findNextChange, findVersion } from '../store/records.ts'

/** Corrects what one version of a record said, for the time in which it held. */
export const correctRecordHandler = handle(correctRecord, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { tx } = context
    const definition = findDefinition(context, input.organisation, input.register)
    if (definition === null)
      return refuse(registerNotFound, { pointer: '/register', params: { register: input.register } })
    const current = await findCurrent(tx, tx.tenant, definition.id, input.record)
    if (current === null) {
      const survivor = await findSurvivor(tx, tx.tenant, definition.id, input.record)
      return survivor === null
        ? refuse(recordNotFound, { pointer: '/record' })
        : refuse(recordMerged, { pointer: '/record', params: { survivor } })
    }
    const reader = readerOf(context, definition, input.under)
    const grants = reader.grants('correct', current)
    if (grants.length === 0) return reader.refuse('correct')
    if (needsApproval(definition, context.actor, input.under, 'correct'))
      return refuse(approvalNeeded, { params: { register: definition.id } })
    if (current.version !== input.version)
      return refuse(recordChangedMeanwhile, { params: { version: current.version } })
    const { data, reason, source } = input
    const entry = { data, reason, source, grants, kind: 'correction' as const }
    if (input.corrects === current.version)
      return addVersion(context, definition, current, { ...entry, validFrom: current.validFrom })
    const wrong = await findVersion(tx, tx.tenant, definition.id, input.record, input.corrects)
    if (wrong === null) return refuse(recordNotFound, { pointer: '/corrects' })
    const held = await findHeld(tx, tx.tenant, definition.id, input.record, { asOf: wrong.validFrom })
    const until = [await findNextChange(tx, wrong), wrong.validTo].filter(date => date !== null).sort()[0]
    if (held?.version !== wrong.version || until === undefined)
      return refuse(versionSuperseded, { pointer: '/corrects', params: { version: wrong.version } })
    return addPastCorrection(context, definition, current, { version: wrong, until }, entry)
  },
})
