import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { recordExists, recordInvalid, recordRegistered, registerNotFound, registerRecord } from '../contract/record.ts'
import { missingReferences } from '../definition/references.ts'
import { findDefinition, holdsAt, identifierMaker, legalDate, storedKeys } from '../definition/registered.ts'
import { decideRecord, subjectsOf } from '../rules/decide-record.ts'
import { insertKeys } from '../store/keys.ts'
import { upsertProjection } from '../store/projection.ts'
import { insertVersion } from '../store/records.ts'

/** Adds a record to a register. */
export const registerRecordHandler = handle(registerRecord, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { tx, now } = context
    const definition = findDefinition(context, input.organisation, input.register)
    if (definition === null)
      return refuse(registerNotFound, { pointer: '/register', params: { register: input.register } })
    const { zone } = getOrganisation(context.port(packages), input.organisation)
    const record = input.record ?? context.ids.newId(definition.idPrefix)
    const decision = decideRecord(definition, input.data, 'nothing', {
      holds: holdsAt(now, zone),
      newIdentifier: identifierMaker(context),
    })
    if (!decision.ok) return refuse(recordInvalid, { pointer: '/data', also: decision.problems })
    const missing = await missingReferences(tx, definition, decision.data)
    if (missing.length > 0) return refuse(recordInvalid, { pointer: '/data', also: missing })
    const held = await insertKeys(tx, definition.id, record, await storedKeys(context, definition, decision.keys))
    if (held.length > 0) {
      const pointer = decision.keys.find(key => key.key === held[0])?.pointer ?? ''
      return refuse(recordExists, { pointer: `/data${pointer}`, params: { key: held[0] ?? '' } })
    }
    const isNew = await insertVersion(tx, {
      register: definition.id,
      record,
      version: 1,
      schemaVersion: definition.version,
      data: decision.data,
      validFrom: input.validFrom ?? legalDate(now, zone),
      now,
      source: input.source,
      reason: null,
    })
    if (!isNew) return refuse(recordExists, { pointer: '/record', params: { key: 'record' } })
    await upsertProjection(tx, definition, record, decision.columns)
    context.concerns(subjectsOf(definition, record, decision.data), [`register:${input.register}`])
    await context.emit(recordRegistered, { subject: record, data: { register: definition.id, record, version: 1 } })
    return { record, version: 1 }
  },
})
