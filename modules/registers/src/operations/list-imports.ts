import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { listImports } from '../contract/import.ts'
import { registerNotFound } from '../contract/record.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { fieldsOfRegister } from '../importing/fields-of-register.ts'
import { shownImport } from '../importing/shown-import.ts'
import { listImportsOf } from '../store/imports.ts'

const usualLimit = 50

/** Imports of a register. */
export const listImportsHandler = handle(listImports, {
  tenant: input => input.organisation,
  async run({ organisation, register, after, limit = usualLimit }, context) {
    const definition = findDefinition(context, organisation, register)
    if (definition === null) return refuse(registerNotFound, { pointer: '/register', params: { register } })
    const reader = readerOf(context, definition)
    if (reader.general('write').length === 0 && reader.general('correct').length === 0) return reader.refuse('write')
    const found = await listImportsOf(context.tx, organisation, register, after ?? null, limit + 1)
    const fields = fieldsOfRegister(context, definition)
    const items = found.slice(0, limit).map(one => shownImport(one, definition, fields))
    return { items, next: found.length > limit ? (items.at(-1)?.import ?? null) : null }
  },
})
