import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { registerNotFound } from '../contract/record.ts'
import { listExpired } from '../contract/retention.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { legalDateOf } from '../recording/add-version.ts'
import { keptUntil } from '../rules/kept-until.ts'
import { listExpiredRows } from '../store/destructions.ts'

const usualLimit = 50

/** Records whose time to be kept is over. */
export const listExpiredHandler = handle(listExpired, {
  tenant: input => input.organisation,
  async run({ organisation, register, after = '', limit = usualLimit }, context) {
    const definition = findDefinition(context, organisation, register)
    if (definition === null) return refuse(registerNotFound, { pointer: '/register', params: { register } })
    const reader = readerOf(context, definition)
    if (reader.general('destroy').length === 0) return reader.refuse('destroy')
    if (definition.retention === null) return { items: [], next: null }
    const today = legalDateOf(context, organisation)
    const found = await listExpiredRows(context.tx, definition, definition.retention, today, after, limit + 1)
    const items = found.slice(0, limit).flatMap(record => {
      const until = keptUntil(definition, record)
      return until === null ? [] : [{ record: record.record, version: record.version, keptUntil: until }]
    })
    return { items, next: found.length > limit ? (items.at(-1)?.record ?? null) : null }
  },
})
