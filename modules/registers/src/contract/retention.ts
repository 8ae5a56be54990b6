import { event, LocalDate, OrganisationId, operation, PageInput, page, refusal } from '@tereze/operation'
import { Type } from 'typebox'
import { accessNotGranted } from './access.ts'
import { RecordId, RegisterId, recordChangedMeanwhile, recordNotFound, registerNotFound } from './record.ts'

/** The time to keep the record is not over, or does not run. */
export const recordStillKept = refusal('registers.record-still-kept', 'conflict')
/** Another record of the owner points to this one; it is named. */
export const recordReferenced = refusal('registers.record-referenced', 'conflict')

/** A record was destroyed. Thin. */
export const recordDestroyed = event({
  type: 'registers.record-destroyed',
  does: 'A record was destroyed when the time to keep it was over.',
  data: Type.Object({ register: RegisterId, record: RecordId }),
})

/** Records whose time is over. */
export const listExpired = operation({
  name: 'registers.list-expired',
  does: 'Lists the records of a register whose time to be kept is over.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, register: RegisterId, ...PageInput.properties }),
  output: page(Type.Object({ record: RecordId, version: Type.Integer(), keptUntil: LocalDate })),
  permission: 'registers.record.destroy',
  refusals: [registerNotFound, accessNotGranted],
})

/** Destroys a record whose time is over. */
export const destroyRecord = operation({
  name: 'registers.destroy-record',
  does: 'Destroys a record whose time to be kept is over, with all its versions; that it was destroyed stays.',
  input: Type.Object({
    organisation: OrganisationId,
    register: RegisterId,
    record: RecordId,
    version: Type.Integer({ minimum: 1 }),
    reason: Type.String({ minLength: 1, maxLength: 500 }),
  }),
  output: Type.Object({ record: RecordId, versions: Type.Integer() }),
  permission: 'registers.record.destroy',
  refusals: [
    registerNotFound,
    recordNotFound,
    accessNotGranted,
    recordStillKept,
    recordReferenced,
    recordChangedMeanwhile,
  ],
  emits: [recordDestroyed],
})
