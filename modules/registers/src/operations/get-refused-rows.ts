import { writeCsv } from '@tereze/data-files'
import { handle } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { getRefusedRows, largestFile } from '../contract/import.ts'
import { foundImport } from '../importing/found-import.ts'
import { listLooked } from '../store/imports.ts'

const portion = 2000

/** The refused rows of an import as a file with the columns it came with: corrected, it can be loaded as it is. */
export const getRefusedRowsHandler = handle(getRefusedRows, {
  tenant: input => input.organisation,
  async run(input, context) {
    const place = await foundImport(context, input)
    if (isRefused(place)) return place
    const { import: id, register, columns, name, delimiter } = place.found
    const signs = { delimiter: delimiter ?? ';' }
    let content = writeCsv([columns], signs)
    for (let after = 0; content.length < largestFile; ) {
      const found = await listLooked(context.tx, input.organisation, id, 'refused', after, portion)
      if (found.length === 0) break
      after = found.at(-1)?.row ?? after
      content += writeCsv(
        found.map(({ cells }) => cells ?? []),
        signs,
      )
    }
    context.concerns([], [`register:${register}`])
    return { name: `${name.replace(/\.[a-z0-9]+$/i, '')}.refused.csv`, content: `\uFEFF${content}` }
  },
})
