import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { cancelImport, importElsewhere } from '../contract/import.ts'
import { announceLoad } from '../importing/announce-load.ts'
import { foundImport } from '../importing/found-import.ts'
import { updateCancelled } from '../store/imports.ts'

/** Gives an import up. */
export const cancelImportHandler = handle(cancelImport, {
  tenant: input => input.organisation,
  async run(input, context) {
    const place = await foundImport(context, input)
    if (isRefused(place)) return place
    const { import: id, state } = place.found
    const written = await updateCancelled(context.tx, id, context.now)
    if (written === null && state !== 'cancelled') return refuse(importElsewhere, { params: { state } })
    await announceLoad(context, place.found, written ?? 0)
    return { state: 'cancelled' as const }
  },
})
