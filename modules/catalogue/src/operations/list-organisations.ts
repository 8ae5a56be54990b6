import { handle } from '@tereze/foundation-operations'
import { listPublishedOrganisations } from '../contract/organisation.ts'
import { packages } from '../contract/packages.ts'
import { listOrganisations } from '../contract/search.ts'

/** Names of organisations. */
export const listOrganisationsHandler = handle(listOrganisations, {
  tenant: () => 'platform',
  run: async (_input, context) => ({
    items: listPublishedOrganisations(context.port(packages)).map(({ id, name }) => ({ id, name })),
  }),
})
