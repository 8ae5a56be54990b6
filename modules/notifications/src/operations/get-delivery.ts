import { createHash } from 'node:crypto'
import { packages } from '@tereze/catalogue/contract'
import { canonicalJson } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { getDelivery, messageNotFound } from '../contract/index.ts'
import { deliveredBy } from '../notices/delivered.ts'
import { findMessage } from '../store/messages.ts'
import { toCaseMessage } from './list-case-messages.ts'

/** What is known of the delivery of a message about a case. */
export const getDeliveryHandler = handle(getDelivery, {
  tenant: input => input.organisation,
  async run({ organisation, case: about, message }, context) {
    const row = await findMessage(context.tx, organisation, message)
    if (row === null || row.case !== about) return refuse(messageNotFound, { pointer: '/message' })
    context.concerns([row.person])
    return {
      ...toCaseMessage(row, deliveredBy(context.port(packages), organisation, row, context.now)),
      notice: row.notice,
      hash: createHash('sha256').update(canonicalJson(row.texts)).digest('hex'),
    }
  },
})
