import { handle } from '@tereze/foundation-operations'
import { listSealedLines } from '../contract/index.ts'
import { findSize, listLinesFrom } from '../store/sealed-lines.ts'

const usualLimit = 500

/** Lists sealed lines from a place on. */
export const listSealedLinesHandler = handle(listSealedLines, {
  tenant: input => input.organisation,
  async run({ organisation, since, limit = usualLimit }, { tx }) {
    const items = await listLinesFrom(tx, organisation, since, limit)
    return {
      items: items.map(({ index, line }) => ({ index, line: { ...line } })),
      next: (items.at(-1)?.index ?? since - 1) + 1,
      size: await findSize(tx, organisation),
    }
  },
})
