import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { findRecords, registerNotFound } from '../contract/record.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { searchRefusal } from '../reading/search-refusal.ts'
import { subjectsOf } from '../rules/decide-record.ts'
import { listHeld } from '../store/past.ts'
import { listProjected } from '../store/projection.ts'
import { listCurrent } from '../store/records.ts'

const usualLimit = 50

/** Finds records by projected columns. A person finds those that are about them. */
export const findRecordsHandler = handle(findRecords, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { tx } = context
    const { asOf, knownAt } = input
    const definition = findDefinition(context, input.organisation, input.register)
    if (definition === null)
      return refuse(registerNotFound, { pointer: '/register', params: { register: input.register } })
    const reader = readerOf(context, definition, input.under, input.emergency)
    const act = knownAt === undefined ? 'search' : 'history'
    const refused = searchRefusal(context, definition, reader, { where: input.where, act, under: input.under })
    if (refused !== null) return refused
    const limit = input.limit ?? usualLimit
    const after = input.after ?? null
    let next: string | null = null
    let found: Awaited<ReturnType<typeof listCurrent>>
    if (asOf === undefined && knownAt === undefined) {
      const ids = await listProjected(tx, definition, input.where, after, limit + 1)
      if (ids.length > limit) next = ids[limit - 1] ?? null
      found = await listCurrent(tx, input.organisation, input.register, ids.slice(0, limit))
    } else {
      const at = { ...(asOf === undefined ? {} : { asOf }), ...(knownAt === undefined ? {} : { knownAt }) }
      const held = await listHeld(tx, definition, input.where, at, after, limit + 1)
      if (held.length > limit) next = held[limit - 1]?.record ?? null
      found = held.slice(0, limit)
    }
    const items = []
    for (const record of found) {
      const shown = reader.show(act, record)
      if (shown === null) continue
      items.push(shown)
      context.concerns(subjectsOf(definition, record.record, record.data), [`register:${input.register}`])
    }
    return { items, next }
  },
})
