import { handle } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { listImportRows } from '../contract/import.ts'
import { foundImport } from '../importing/found-import.ts'
import { shownRow } from '../importing/shown-import.ts'
import { listLooked } from '../store/imports.ts'

const usualLimit = 50

/** Rows of an import. */
export const listImportRowsHandler = handle(listImportRows, {
  tenant: input => input.organisation,
  async run(input, context) {
    const place = await foundImport(context, input)
    if (isRefused(place)) return place
    const { import: id, register } = place.found
    const limit = input.limit ?? usualLimit
    const after = Number.parseInt(input.after ?? '0', 10) || 0
    const found = await listLooked(context.tx, input.organisation, id, input.outcome ?? null, after, limit + 1)
    const items = found.slice(0, limit).map(shownRow)
    context.concerns([], [`register:${register}`])
    return { items, next: found.length > limit ? String(items.at(-1)?.row ?? '') : null }
  },
})
