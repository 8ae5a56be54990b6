import { listPublishedOrganisations, packages, textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listMembers } from '../contract/member.ts'
import { listServices, serviceOf } from '../rules/service-version.ts'

/** Lists the members of the exchange with their systems and services. */
export const listMembersHandler = handle(listMembers, {
  tenant: () => 'platform',
  async run(_, { port }) {
    const all = port(packages)
    const services = listServices(all)
    const items = listPublishedOrganisations(all).flatMap(({ id, name, member }) =>
      member === null
        ? []
        : [
            {
              member: id,
              name: { ...name },
              systems: member.systems.map(({ id: system, algorithm }) => ({ system, algorithm })),
              services: services
                .filter(({ contract }) => contract.provider === id)
                .map(({ pack, contract }) => ({
                  contract: serviceOf(pack),
                  version: pack.version,
                  title: { ...textOf(pack, 'title') },
                  kind: contract.kind,
                })),
            },
          ],
    )
    return { items }
  },
})
