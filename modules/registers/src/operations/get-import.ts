import { handle } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { getImport } from '../contract/import.ts'
import { fieldsOfRegister } from '../importing/fields-of-register.ts'
import { foundImport } from '../importing/found-import.ts'
import { shownImport } from '../importing/shown-import.ts'

/** One import. */
export const getImportHandler = handle(getImport, {
  tenant: input => input.organisation,
  async run(input, context) {
    const place = await foundImport(context, input)
    if (isRefused(place)) return place
    const { found, definition } = place
    return shownImport(found, definition, fieldsOfRegister(context, definition))
  },
})
