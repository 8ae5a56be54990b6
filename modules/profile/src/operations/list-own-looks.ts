import { listAccesses, listAccessKinds } from '@tereze/audit/contract'
import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { type Context, handle } from '@tereze/foundation-operations'
import { listClients } from '@tereze/identity/contract'
import { isRefused, type Text } from '@tereze/operation'
import { listOwnLooks } from '../contract/profile.ts'
import { actsAs } from '../reading/own-person.ts'
import { viewLook } from '../views/look.ts'
import { viewChoices } from '../views/look-choices.ts'

/** Names of the applications that are registered, by id. */
async function namesOfClients({ call }: Context): Promise<ReadonlyMap<string, Text>> {
  const clients = await call(listClients, {})
  return isRefused(clients) ? new Map() : new Map(clients.items.map(({ client, name }) => [client, name]))
}

/** Who looked at the acting person's data, in plain words. */
export const listOwnLooksHandler = handle(listOwnLooks, {
  tenant: () => 'platform',
  async run(input, context) {
    if (!actsAs(context.actor, input.person)) return { items: [], next: null }
    const all = context.port(packages)
    const { zone } = getOrganisation(all, 'platform')
    const lines = await context.call(listAccesses, { includeOwn: false, ...input, zone })
    const kinds = await context.call(listAccessKinds, { person: input.person })
    if (isRefused(lines) || isRefused(kinds)) throw new Error('the own access log is not readable')
    const names = lines.items.some(({ applications }) => applications) ? await namesOfClients(context) : new Map()
    return {
      items: lines.items.map(line => viewLook(all, line, names)),
      next: lines.next,
      choices: viewChoices(all, kinds),
    }
  },
})
