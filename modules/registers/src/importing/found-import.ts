import type { Context } from '@tereze/foundation-operations'
import { type Refused, refuse } from '@tereze/operation'
import { importNotFound } from '../contract/import.ts'
import type { RegisterDefinition } from '../definition/definition.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { findImport, type StoredImport } from '../store/imports.ts'

/** An import that the actor may work with: who may add records to its register, or change them. */
export async function foundImport(
  context: Context,
  given: { organisation: string; import: string },
): Promise<
  | { found: StoredImport; definition: RegisterDefinition }
  | Refused<'registers.import-not-found'>
  | Refused<'registers.access-not-granted'>
> {
  const found = await findImport(context.tx, given.organisation, given.import)
  const definition = found === null ? null : findDefinition(context, given.organisation, found.register)
  if (found === null || definition === null) return refuse(importNotFound, { pointer: '/import' })
  const reader = readerOf(context, definition)
  const mayLoad = reader.general('write').length > 0 || reader.general('correct').length > 0
  return mayLoad ? { found, definition } : reader.refuse('write')
}
