import { handle } from '@tereze/foundation-operations'
import { listSealUses } from '../contract/index.ts'
import { readPlace, writePlace } from '../rules/use-place.ts'
import { listUses } from '../store/seal-uses.ts'

const most = 50

/** Lists what a seal signed, page by page. */
export const listSealUsesHandler = handle(listSealUses, {
  tenant: input => input.organisation,
  async run({ serial, search = '', after, limit = most }, { tx }) {
    const words = search.toLowerCase().split(/\s+/).filter(Boolean)
    const place = after === undefined ? null : readPlace(after)
    const found = await listUses(tx, tx.tenant, { serial, words, after: place, limit: limit + 1 })
    const items = found.slice(0, limit)
    const last = items.at(-1)
    return { items, next: found.length > limit && last !== undefined ? writePlace(last) : null }
  },
})
