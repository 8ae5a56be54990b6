import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { beginImport, importContentWrong, largestFile } from '../contract/import.ts'
import { registerNotFound } from '../contract/record.ts'
import { readerOf, whoIs } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { insertImport } from '../store/imports.ts'

const base64 = /^[A-Za-z0-9+/]*={0,2}$/

/** Takes a file that is to be loaded; the job of the module reads it. */
export const beginImportHandler = handle(beginImport, {
  tenant: input => input.organisation,
  async run({ organisation, register, name, content }, context) {
    const { tx, now, ids, actor } = context
    const definition = findDefinition(context, organisation, register)
    if (definition === null) return refuse(registerNotFound, { pointer: '/register', params: { register } })
    const reader = readerOf(context, definition)
    if (reader.general('write').length === 0 && reader.general('correct').length === 0) return reader.refuse('write')
    const bytes = Buffer.from(content, 'base64')
    if (content.length % 4 !== 0 || !base64.test(content) || bytes.length > largestFile)
      return refuse(importContentWrong, { pointer: '/content', params: { megabytes: largestFile / 1024 / 1024 } })
    const id = ids.newId('import')
    const who = whoIs(actor, undefined, definition.owner)
    await insertImport(tx, { import: id, register, name, content: bytes, who, by: actor.id, now })
    context.concerns([], [`register:${register}`])
    return { import: id }
  },
})
