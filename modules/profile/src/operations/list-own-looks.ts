import { listAccesses } from '@tereze/audit/contract'
import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { listOwnLooks } from '../contract/profile.ts'
import { actsAs } from '../reading/own-person.ts'
import { viewLook } from '../views/look.ts'

/** Who looked at the acting person's data, in plain words. */
export const listOwnLooksHandler = handle(listOwnLooks, {
  tenant: () => 'platform',
  async run(input, context) {
    if (!actsAs(context.actor, input.person)) return { items: [], next: null }
    const lines = await context.call(listAccesses, {
      person: input.person,
      includeOwn: input.includeOwn ?? false,
      ...(input.after === undefined ? {} : { after: input.after }),
      ...(input.limit === undefined ? {} : { limit: input.limit }),
    })
    if (isRefused(lines)) throw new Error('the own access log is not readable')
    const all = context.port(packages)
    return { items: lines.items.map(line => viewLook(all, line)), next: lines.next }
  },
})
