import { packages, textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listLineMessages } from '../contract/line.ts'
import { operator } from '../rules/certificate.ts'
import { findService } from '../rules/service-version.ts'
import { listLineMessageRows } from '../store/line-messages.ts'

const usualLimit = 50

/** The place after which a page begins, `<instant>~<id on the line>`. */
function placeOf(text: string | undefined): { at: string; id: string } | null {
  const at = text?.split('~')[0] ?? ''
  return text === undefined || Number.isNaN(Date.parse(at)) ? null : { at, id: text.slice(at.length + 1) }
}

/** Lists what went over the lines to national exchanges, newest first. */
export const listLineMessagesHandler = handle(listLineMessages, {
  tenant: input => input.organisation,
  async run({ organisation, line, only, message, after, limit = usualLimit }, { tx, port }) {
    const wanted = {
      line: line ?? null,
      only: only ?? null,
      message: message ?? null,
      organisation: organisation === operator ? null : organisation,
    }
    const found = await listLineMessageRows(tx, operator, wanted, placeOf(after), limit + 1)
    const all = port(packages)
    const items = found.slice(0, limit).map(({ body: _, giveUp: __, ...item }) => {
      const pack = item.contract === null ? undefined : findService(all, item.contract)?.pack
      return pack === undefined ? item : { ...item, contractTitle: { ...textOf(pack, 'title') } }
    })
    const last = items.at(-1)
    return { items, next: found.length > limit && last ? `${last.at}~${last.id}` : null }
  },
})
