import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { linkClosed, revokeLink } from '../contract/link.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { findLink, updateRevoked } from '../store/links.ts'

/** Ends a link before its time. */
export const revokeLinkHandler = handle(revokeLink, {
  tenant: input => input.organisation,
  async run({ organisation, link }, context) {
    const { tx, now, actor } = context
    const kept = await findLink(tx, organisation, link)
    const definition = kept === null ? null : findDefinition(context, organisation, kept.register)
    if (definition === null) return refuse(linkClosed, { pointer: '/link' })
    const reader = readerOf(context, definition)
    if (reader.general('link').length === 0) return reader.refuse('link')
    return (await updateRevoked(tx, link, actor.id, now)) ? { link } : refuse(linkClosed, { pointer: '/link' })
  },
})
