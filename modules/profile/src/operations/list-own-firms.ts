import { handle } from '@tereze/foundation-operations'
import { listOwnFirms } from '../contract/firm.ts'
import { firmsOf } from '../reading/firms-of.ts'
import { actsAs } from '../reading/own-person.ts'

/** The organisations that the acting person may act for today. */
export const listOwnFirmsHandler = handle(listOwnFirms, {
  tenant: () => 'platform',
  async run({ person }, context) {
    if (!actsAs(context.actor, person)) return { items: [] }
    context.concerns([person])
    return { items: await firmsOf(context, person) }
  },
})
