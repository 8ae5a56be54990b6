import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import {
  changeRecord,
  recordChanged,
  recordChangedMeanwhile,
  recordExists,
  recordInvalid,
  recordNotFound,
  registerNotFound,
} from '../contract/record.ts'
import { missingReferences } from '../definition/references.ts'
import { findDefinition, holdsAt, identifierMaker, legalDate, storedKeys } from '../definition/registered.ts'
import { decideRecord, subjectsOf } from '../rules/decide-record.ts'
import { deleteKeys, insertKeys } from '../store/keys.ts'
import { upsertProjection } from '../store/projection.ts'
import { closeVersion, findCurrent, insertVersion } from '../store/records.ts'

/** Gives a record a new version. */
export const changeRecordHandler = handle(changeRecord, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { tx, now } = context
    const definition = findDefinition(context, input.organisation, input.register)
    if (definition === null)
      return refuse(registerNotFound, { pointer: '/register', params: { register: input.register } })
    const { zone } = getOrganisation(context.port(packages), input.organisation)
    const current = await findCurrent(tx, tx.tenant, definition.id, input.record)
    if (current === null) return refuse(recordNotFound, { pointer: '/record' })
    if (current.version !== input.version)
      return refuse(recordChangedMeanwhile, { params: { version: current.version } })
    const decision = decideRecord(definition, input.data, current.data, {
      holds: holdsAt(now, zone),
      newIdentifier: identifierMaker(context),
    })
    if (!decision.ok) return refuse(recordInvalid, { pointer: '/data', also: decision.problems })
    const missing = await missingReferences(tx, definition, decision.data)
    if (missing.length > 0) return refuse(recordInvalid, { pointer: '/data', also: missing })
    if (!(await closeVersion(tx, definition.id, input.record, input.version, now))) {
      return refuse(recordChangedMeanwhile, { params: { version: input.version } })
    }
    await deleteKeys(tx, definition.id, input.record)
    const held = await insertKeys(tx, definition.id, input.record, await storedKeys(context, definition, decision.keys))
    if (held.length > 0) {
      const pointer = decision.keys.find(key => key.key === held[0])?.pointer ?? ''
      return refuse(recordExists, { pointer: `/data${pointer}`, params: { key: held[0] ?? '' } })
    }
    const version = input.version + 1
    const isNext = await insertVersion(tx, {
      register: definition.id,
      record: input.record,
      version,
      schemaVersion: definition.version,
      data: decision.data,
      validFrom: input.validFrom ?? legalDate(now, zone),
      now,
      source: input.source,
      reason: input.reason,
    })
    if (!isNext) throw new Error(`${input.record} has version ${version} though ${input.version} was the current one`)
    await upsertProjection(tx, definition, input.record, decision.columns)
    context.concerns(subjectsOf(definition, input.record, decision.data), [`register:${input.register}`])
    await context.emit(recordChanged, {
      subject: input.record,
      data: { register: definition.id, record: input.record, version },
    })
    return { record: input.record, version }
  },
})
