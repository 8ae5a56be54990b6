import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { checkImport, importElsewhere, importMappingWrong } from '../contract/import.ts'
import { fieldsOfRegister } from '../importing/fields-of-register.ts'
import { foundImport } from '../importing/found-import.ts'
import { settingsProblems } from '../rules/decide-mapping.ts'
import { updateBegun } from '../store/imports.ts'

/** Begins to check a file with the given mapping; the job of the module looks at the rows. */
export const checkImportHandler = handle(checkImport, {
  tenant: input => input.organisation,
  async run(input, context) {
    const place = await foundImport(context, input)
    if (isRefused(place)) return place
    const { found, definition } = place
    if (found.state !== 'read' && found.state !== 'checked')
      return refuse(importElsewhere, { params: { state: found.state } })
    const fields = fieldsOfRegister(context, definition)
    const also = settingsProblems(input.settings, found.columns, fields, definition.keys)
    if (also.length > 0) return refuse(importMappingWrong, { pointer: '/settings', also })
    await updateBegun(context.tx, found.import, 'checking', input.settings)
    return { state: 'checking' as const }
  },
})
