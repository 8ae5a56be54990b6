import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { listUpkeep } from '../contract/duplicate.ts'
import { registerNotFound } from '../contract/record.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { listUpkeepRows } from '../store/upkeep.ts'

/** How far long work on a register is. */
export const listUpkeepHandler = handle(listUpkeep, {
  tenant: input => input.organisation,
  async run({ organisation, register }, context) {
    const definition = findDefinition(context, organisation, register)
    if (definition === null) return refuse(registerNotFound, { pointer: '/register', params: { register } })
    const reader = readerOf(context, definition)
    const mayLook = (['search', 'merge', 'list', 'see'] as const).some(act => reader.general(act).length > 0)
    if (!mayLook) return reader.refuse('see')
    const found = await listUpkeepRows(context.tx, organisation, register)
    return { items: found.map(({ cursor: _cursor, ...row }) => row) }
  },
})
