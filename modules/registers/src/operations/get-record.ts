import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { getRecord, recordNotFound, registerNotFound } from '../contract/record.ts'
import { findDefinition } from '../definition/registered.ts'
import { subjectsOf } from '../rules/decide-record.ts'
import { findAsOf, findCurrent } from '../store/records.ts'

/** Reads one record, now or as of a legal date. */
export const getRecordHandler = handle(getRecord, {
  tenant: input => input.organisation,
  async run(input, context) {
    const definition = findDefinition(context, input.organisation, input.register)
    if (definition === null)
      return refuse(registerNotFound, { pointer: '/register', params: { register: input.register } })
    const record =
      input.asOf === undefined
        ? await findCurrent(context.tx, input.organisation, input.register, input.record)
        : await findAsOf(context.tx, input.organisation, input.register, input.record, input.asOf)
    if (record === null) return refuse(recordNotFound, { pointer: '/record' })
    context.concerns(subjectsOf(definition, record.record, record.data), [`register:${input.register}`])
    return record
  },
})
