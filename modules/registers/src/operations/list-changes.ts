import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { listChanges } from '../contract/change.ts'
import { registerNotFound } from '../contract/record.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { told } from '../rules/requested-change.ts'
import { listChangeRows } from '../store/changes.ts'

const usualLimit = 50

/** Lists changes asked for: all of them to those who decide, their own to those who ask. */
export const listChangesHandler = handle(listChanges, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { tx, actor } = context
    const definition = findDefinition(context, input.organisation, input.register)
    if (definition === null)
      return refuse(registerNotFound, { pointer: '/register', params: { register: input.register } })
    const reader = readerOf(context, definition)
    const decides = reader.general('approve').length > 0
    const asks = (['request', 'write', 'correct'] as const).some(act => reader.general(act).length > 0)
    if (!decides && !asks) return reader.refuse('approve')
    const limit = input.limit ?? usualLimit
    const wanted = {
      register: definition.id,
      record: input.record,
      state: input.state,
      askedBy: decides ? null : actor.id,
    }
    const found = await listChangeRows(tx, input.organisation, wanted, input.after ?? null, limit + 1)
    return {
      items: found.slice(0, limit).map(told),
      next: found.length > limit ? (found[limit - 1]?.change ?? null) : null,
    }
  },
})
