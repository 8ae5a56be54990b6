import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { importElsewhere, runImport } from '../contract/import.ts'
import { foundImport } from '../importing/found-import.ts'
import { updateBegun } from '../store/imports.ts'

/** Begins to load a checked file; asked again while it runs or when it is done, it says so and begins nothing. */
export const runImportHandler = handle(runImport, {
  tenant: input => input.organisation,
  async run(input, context) {
    const place = await foundImport(context, input)
    if (isRefused(place)) return place
    const { import: id, state, settings } = place.found
    if (state === 'running' || state === 'done') return { state }
    if (state !== 'checked' || settings === null) return refuse(importElsewhere, { params: { state } })
    await updateBegun(context.tx, id, 'running', settings)
    return { state: 'running' as const }
  },
})
