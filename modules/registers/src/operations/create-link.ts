import { createHash } from 'node:crypto'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { createLink, linkTermWrong } from '../contract/link.ts'
import { recordNotFound, registerNotFound } from '../contract/record.ts'
import { readerOf, whoIs } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { subjectsOf } from '../rules/decide-record.ts'
import { isLinkTerm, longestLink } from '../rules/link-rules.ts'
import { insertLink } from '../store/links.ts'
import { findCurrent } from '../store/records.ts'

const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'
const secretLength = 32

/** Makes a link to one record. */
export const createLinkHandler = handle(createLink, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { tx, now, ids, actor } = context
    const definition = findDefinition(context, input.organisation, input.register)
    if (definition === null)
      return refuse(registerNotFound, { pointer: '/register', params: { register: input.register } })
    const current = await findCurrent(tx, tx.tenant, definition.id, input.record)
    if (current === null) return refuse(recordNotFound, { pointer: '/record' })
    const reader = readerOf(context, definition)
    if (reader.general('link').length === 0) return reader.refuse('link')
    if (!isLinkTerm(now, input.until))
      return refuse(linkTermWrong, { pointer: '/until', params: { days: longestLink } })
    const link = ids.newId('link')
    const secret = ids.randomText(secretLength, alphabet)
    insertLink(tx, {
      id: link,
      register: definition.id,
      record: input.record,
      fields: input.fields ?? null,
      purpose: input.purpose,
      who: whoIs(actor, undefined, definition.owner),
      secretHash: createHash('sha256').update(secret).digest(),
      until: new Date(input.until),
      made_by: actor.id,
      made_at: now,
    })
    context.concerns(subjectsOf(definition, current.record, current.data), [`register:${definition.id}`, link])
    return { link, secret }
  },
})
