import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { dismissDuplicate, duplicateNotFound } from '../contract/duplicate.ts'
import { registerNotFound } from '../contract/record.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { updatePair } from '../store/duplicates.ts'

/** Says of a likely pair that its records are about two. */
export const dismissDuplicateHandler = handle(dismissDuplicate, {
  tenant: input => input.organisation,
  async run({ organisation, register, one, other }, context) {
    const { tx, now, actor } = context
    const definition = findDefinition(context, organisation, register)
    if (definition === null) return refuse(registerNotFound, { pointer: '/register', params: { register } })
    const reader = readerOf(context, definition)
    if (reader.general('merge').length === 0) return reader.refuse('merge')
    const isDecided = await updatePair(tx, register, { one, other }, { state: 'distinct', by: actor.id, now })
    return isDecided ? { one, other } : refuse(duplicateNotFound, { pointer: '/one' })
  },
})
