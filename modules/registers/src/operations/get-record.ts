import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { getRecord, recordNotFound, registerNotFound } from '../contract/record.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { subjectsOf } from '../rules/decide-record.ts'
import { findSurvivor } from '../store/merges.ts'
import { findCurrent, findHeld, findNextChange } from '../store/records.ts'

/** Reads one record, now, as of a legal date, or as it was known. A record that was merged is read as the one that lives on. */
export const getRecordHandler = handle(getRecord, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { tx } = context
    const { organisation, register, asOf, knownAt } = input
    const definition = findDefinition(context, organisation, register)
    if (definition === null) return refuse(registerNotFound, { pointer: '/register', params: { register } })
    const find = (record: string) =>
      asOf === undefined && knownAt === undefined
        ? findCurrent(tx, organisation, register, record)
        : findHeld(tx, organisation, register, record, {
            ...(asOf === undefined ? {} : { asOf }),
            ...(knownAt === undefined ? {} : { knownAt }),
          })
    const first = await find(input.record)
    const mayBeMerged = knownAt === undefined && (first === null || asOf !== undefined)
    const survivor = mayBeMerged ? await findSurvivor(tx, organisation, register, input.record) : null
    const record = survivor === null ? first : await find(survivor)
    if (record === null) return refuse(recordNotFound, { pointer: '/record' })
    const reader = readerOf(context, definition, input.under, input.emergency)
    const act = knownAt === undefined ? 'see' : 'history'
    const shown = reader.show(act, record)
    if (shown === null)
      return context.actor.kind === 'person' ? refuse(recordNotFound, { pointer: '/record' }) : reader.refuse(act)
    context.concerns(subjectsOf(definition, record.record, record.data), [`register:${register}`])
    const isNewest = asOf === undefined && knownAt === undefined
    return { ...shown, validTo: shown.validTo ?? (isNewest ? null : await findNextChange(tx, record, knownAt)) }
  },
})
