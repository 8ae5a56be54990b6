import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { findRecords, registerNotFound } from '../contract/record.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { searchRefusal } from '../reading/search-refusal.ts'
import { subjectsOf } from '../rules/decide-record.ts'
import { listFound } from '../store/found.ts'
import { listHeld } from '../store/past.ts'

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
    const at = { ...(asOf === undefined ? {} : { asOf }), ...(knownAt === undefined ? {} : { knownAt }) }
    const found =
      asOf === undefined && knownAt === undefined
        ? await listFound(tx, definition, input.where, after, limit + 1)
        : await listHeld(tx, definition, input.where, at, after, limit + 1)
    const next = found.length > limit ? (found[limit - 1]?.record ?? null) : null
    const items = []
    for (const record of found.slice(0, limit)) {
      const shown = reader.show(act, record)
      if (shown === null) continue
      items.push(shown)
      context.concerns(subjectsOf(definition, record.record, record.data), [`register:${input.register}`])
    }
    return { items, next }
  },
})
