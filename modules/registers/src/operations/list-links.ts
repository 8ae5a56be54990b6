import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { listLinks, type RecordLink } from '../contract/link.ts'
import { recordNotFound, registerNotFound } from '../contract/record.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { subjectsOf } from '../rules/decide-record.ts'
import { type LinkRow, listLinkRows, listOpenings } from '../store/links.ts'
import { findCurrent } from '../store/records.ts'

function stateOf(row: LinkRow, now: Date): RecordLink['state'] {
  if (row.revoked_at !== null) return 'revoked'
  return Date.parse(row.until) > now.getTime() ? 'open' : 'ended'
}

/** Lists the links to a record with every opening. */
export const listLinksHandler = handle(listLinks, {
  tenant: input => input.organisation,
  async run({ organisation, register, record }, context) {
    const { tx, now } = context
    const definition = findDefinition(context, organisation, register)
    if (definition === null) return refuse(registerNotFound, { pointer: '/register', params: { register } })
    const reader = readerOf(context, definition)
    if (reader.general('link').length === 0) return reader.refuse('link')
    const current = await findCurrent(tx, organisation, register, record)
    if (current === null) return refuse(recordNotFound, { pointer: '/record' })
    const links = await listLinkRows(tx, organisation, register, record)
    const openings = await listOpenings(
      tx,
      organisation,
      links.map(({ id }) => id),
    )
    context.concerns(subjectsOf(definition, record, current.data), [`register:${register}`])
    return {
      items: links.map(row => ({
        link: row.id,
        register,
        record,
        fields: row.fields === null ? null : [...row.fields],
        purpose: row.purpose,
        madeBy: row.made_by,
        madeAt: row.made_at,
        until: row.until,
        state: stateOf(row, now),
        openings: openings.filter(({ link }) => link === row.id).map(({ by, at }) => ({ by, at })),
      })),
    }
  },
})
