import { getOrganisation, packages, textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listOpened } from '../contract/mining.ts'
import { openedBetween } from '../rules/opened-between.ts'
import { countOpened } from '../store/logged-cases.ts'

/** Services of which cases were opened. */
export const listOpenedHandler = handle(listOpened, {
  tenant: input => input.organisation,
  async run({ organisation, from, to }, context) {
    const all = context.port(packages)
    const { zone } = getOrganisation(all, organisation)
    const counted = await countOpened(context.tx, organisation, openedBetween(from, to, zone))
    return {
      items: counted.map(({ service, cases }) => ({
        service,
        title: textOf(all.get('service', service), 'title'),
        cases,
      })),
    }
  },
})
