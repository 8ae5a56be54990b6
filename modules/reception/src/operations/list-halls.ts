import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listHalls } from '../contract/index.ts'
import { hallNames } from '../definition/hall-of.ts'

/** The halls of an organisation. */
export const listHallsHandler = handle(listHalls, {
  tenant: input => input.organisation,
  async run({ organisation }, { port }) {
    return { items: hallNames(port(packages), organisation) }
  },
})
