import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { listLoaded } from '../contract/loaded.ts'
import { registerNotFound } from '../contract/record.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { subjectsOf } from '../rules/decide-record.ts'
import { listLoadedAfter } from '../store/loaded.ts'
import { listCurrent } from '../store/records.ts'

const usualLimit = 50

/** Lists what a load wrote, as the reader gets it. */
export const listLoadedHandler = handle(listLoaded, {
  tenant: input => input.organisation,
  async run({ organisation, register, import: load, after = '', limit = usualLimit, under }, context) {
    const { tx } = context
    const definition = findDefinition(context, organisation, register)
    if (definition === null) return refuse(registerNotFound, { pointer: '/register', params: { register } })
    const reader = readerOf(context, definition, under)
    if (reader.general('see').length === 0) return reader.refuse('see')
    const found = await listLoadedAfter(tx, organisation, register, load, after, limit + 1)
    const portion = found.slice(0, limit)
    const ids = portion.map(({ record }) => record)
    const versions = new Map(portion.map(({ record, version }) => [record, version]))
    const items = []
    for (const record of await listCurrent(tx, organisation, register, ids)) {
      const shown = reader.show('see', record)
      if (shown === null) continue
      context.concerns(subjectsOf(definition, record.record, record.data), [`register:${register}`])
      items.push({ added: versions.get(record.record) === 1, record: shown })
    }
    return { items, looked: portion.length, next: found.length > limit ? (ids.at(-1) ?? null) : null }
  },
})
