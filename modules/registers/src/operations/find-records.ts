import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { columnNotFound, findRecords, registerNotFound } from '../contract/record.ts'
import { subjectsOf } from '../rules/decide-record.ts'
import { listProjected } from '../store/projection.ts'
import { listCurrent } from '../store/records.ts'
import { findDefinition } from './registered.ts'

const usualLimit = 50

/** Finds current records by projected columns. */
export const findRecordsHandler = handle(findRecords, {
  tenant: input => input.organisation,
  async run(input, context) {
    const definition = findDefinition(context, input.organisation, input.register)
    if (definition === null)
      return refuse(registerNotFound, { pointer: '/register', params: { register: input.register } })
    const unknown = Object.keys(input.where).find(
      name => name !== 'id' && !definition.columns.some(column => column.name === name),
    )
    if (unknown !== undefined)
      return refuse(columnNotFound, { pointer: `/where/${unknown}`, params: { column: unknown } })
    const limit = input.limit ?? usualLimit
    const ids = await listProjected(context.tx, definition, input.where, input.after ?? null, limit + 1)
    const items = await listCurrent(context.tx, input.organisation, input.register, ids.slice(0, limit))
    for (const item of items) context.concerns(subjectsOf(definition, item.record, item.data))
    return { items, next: ids.length > limit ? (ids[limit - 1] ?? null) : null }
  },
})
