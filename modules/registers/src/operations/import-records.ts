import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { importRecords, recordExists, recordInvalid, recordsImported, registerNotFound } from '../contract/record.ts'
import { findDefinition, holdsAt, identifierMaker, storedKeys } from '../definition/registered.ts'
import { decideRecord } from '../rules/decide-record.ts'
import { insertKeysOfMany } from '../store/keys.ts'
import { insertProjections } from '../store/projection.ts'
import { insertFirstVersions } from '../store/records.ts'

/** Whether a record's id was held by another one: not written, or written for one earlier in the batch. */
function isTaken(written: ReadonlySet<string>) {
  const seen = new Set<string>()
  return ({ record }: { record: string }) => {
    const taken = !written.has(record) || seen.has(record)
    seen.add(record)
    return taken
  }
}

/** Loads a batch of new records at once. References are not looked up: what they point to may be loaded later. */
export const importRecordsHandler = handle(importRecords, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { tx, now } = context
    const definition = findDefinition(context, input.organisation, input.register)
    if (definition === null)
      return refuse(registerNotFound, { pointer: '/register', params: { register: input.register } })
    const { zone } = getOrganisation(context.port(packages), input.organisation)
    const tools = { holds: holdsAt(now, zone), newIdentifier: identifierMaker(context) }
    const decided = []
    const keys = []
    for (const [index, given] of input.records.entries()) {
      const decision = decideRecord(definition, given.data, 'elsewhere', tools)
      if (!decision.ok) {
        const also = decision.problems.map(problem => ({
          ...problem,
          pointer: `/records/${index}/data${problem.pointer}`,
        }))
        return refuse(recordInvalid, { pointer: `/records/${index}`, also })
      }
      decided.push({ record: given.record, validFrom: given.validFrom, data: decision.data, columns: decision.columns })
      for (const key of await storedKeys(context, definition, decision.keys))
        keys.push({ record: given.record, ...key })
    }
    const [held] = await insertKeysOfMany(tx, definition.id, keys)
    if (held !== undefined) {
      const index = input.records.findIndex(({ record }) => record === held.record)
      return refuse(recordExists, { pointer: `/records/${index}`, params: { key: held.key } })
    }
    const source = { kind: 'import' as const, reference: input.import, organisation: input.organisation }
    const batch = { register: definition.id, schemaVersion: definition.version, now, source }
    const written = await insertFirstVersions(tx, batch, decided)
    const taken = written.size < decided.length ? decided.findIndex(isTaken(written)) : -1
    if (taken >= 0) return refuse(recordExists, { pointer: `/records/${taken}`, params: { key: 'record' } })
    await insertProjections(tx, definition, decided)
    await context.emit(recordsImported, {
      subject: input.import,
      data: { register: definition.id, import: input.import, count: decided.length },
    })
    return { count: decided.length }
  },
})
