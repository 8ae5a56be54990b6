import type { Reader } from '@tereze/foundation-database'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import {
  columnNotFound,
  criterionInvalid,
  findRecords,
  type RegisterRecord,
  registerNotFound,
} from '../contract/record.ts'
import { findDefinition } from '../definition/registered.ts'
import { subjectsOf } from '../rules/decide-record.ts'
import { fitsColumn } from '../rules/fits-column.ts'
import { listProjected } from '../store/projection.ts'
import { findAsOf, listCurrent } from '../store/records.ts'

const usualLimit = 50

/** The same records as they were valid on a date; those that were not yet are left out. */
async function asOfDate(reader: Reader, records: readonly RegisterRecord[], date: string): Promise<RegisterRecord[]> {
  const versions = await Promise.all(
    records.map(({ organisation, register, record }) => findAsOf(reader, organisation, register, record, date)),
  )
  return versions.filter(version => version !== null)
}

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
    const misfit = definition.columns.find(({ name, type }) => !fitsColumn(input.where[name], type))
    if (misfit !== undefined)
      return refuse(criterionInvalid, {
        pointer: `/where/${misfit.name}`,
        params: { column: misfit.name, type: misfit.type },
      })
    const limit = input.limit ?? usualLimit
    const ids = await listProjected(context.tx, definition, input.where, input.after ?? null, limit + 1)
    const current = await listCurrent(context.tx, input.organisation, input.register, ids.slice(0, limit))
    const items = input.asOf === undefined ? current : await asOfDate(context.tx, current, input.asOf)
    for (const item of items)
      context.concerns(subjectsOf(definition, item.record, item.data), [`register:${input.register}`])
    return { items, next: ids.length > limit ? (ids[limit - 1] ?? null) : null }
  },
})
