import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { listVersions, recordNotFound, registerNotFound } from '../contract/record.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { subjectsOf } from '../rules/decide-record.ts'
import { listVersionRows } from '../store/records.ts'

/** All versions of a record, newest first. */
export const listVersionsHandler = handle(listVersions, {
  tenant: input => input.organisation,
  async run(input, context) {
    const definition = findDefinition(context, input.organisation, input.register)
    if (definition === null)
      return refuse(registerNotFound, { pointer: '/register', params: { register: input.register } })
    const versions = await listVersionRows(context.tx, input.organisation, input.register, input.record)
    const [newest] = versions
    if (newest === undefined) return refuse(recordNotFound, { pointer: '/record' })
    const reader = readerOf(context, definition, input.under)
    const items = versions.flatMap(version => reader.show('history', version) ?? [])
    if (items.length === 0)
      return context.actor.kind === 'person' ? refuse(recordNotFound, { pointer: '/record' }) : reader.refuse('history')
    context.concerns(subjectsOf(definition, newest.record, newest.data), [`register:${input.register}`])
    return { items }
  },
})
