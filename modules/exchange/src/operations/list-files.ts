import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listFiles } from '../contract/kept-file.ts'
import { readCursor } from '../rules/cursor.ts'
import { listFileRows } from '../store/files.ts'
import { wordsOfLine } from '../views/line-words.ts'

const usualLimit = 50

/** Lists the files of an organisation, newest first. */
export const listFilesHandler = handle(listFiles, {
  tenant: input => input.organisation,
  async run({ organisation, direction, after, limit = usualLimit }, { tx, port }) {
    const found = await listFileRows(tx, organisation, direction ?? null, readCursor(after), limit + 1)
    const all = port(packages)
    const items = found
      .slice(0, limit)
      .map(({ tenant: _, system: __, partSize: ___, attempts: ____, held: _____, position: ______, ...item }) => {
        const { purposeTitle } = wordsOfLine(all, organisation, item)
        return purposeTitle === undefined ? item : { ...item, purposeTitle }
      })
    const last = items.at(-1)
    return { items, next: found.length > limit && last ? `${last.since}~${last.file}` : null }
  },
})
