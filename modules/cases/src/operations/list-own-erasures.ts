import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listOwnErasures } from '../contract/destruction.ts'
import { listErasuresOf } from '../store/erasures.ts'

/** Lists the organisations that erased the key of a person. */
export const listOwnErasuresHandler = handle(listOwnErasures, {
  tenant: () => 'platform',
  async run({ person }, context) {
    const all = context.port(packages)
    const found = await listErasuresOf(context.tx, person)
    if (context.actor.id !== person) context.concerns([person])
    return {
      items: found.map(({ tenant, erasedAt }) => ({
        organisation: tenant,
        organisationName: { ...getOrganisation(all, tenant).name },
        at: erasedAt,
      })),
    }
  },
})
