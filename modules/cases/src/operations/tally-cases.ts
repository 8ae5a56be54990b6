import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { tallyCases } from '../contract/tally.ts'
import { tallyDecided } from '../store/tally.ts'

/** Counts decided cases. */
export const tallyCasesHandler = handle(tallyCases, {
  tenant: input => input.organisation,
  async run({ organisation, by }, context) {
    const { zone } = getOrganisation(context.port(packages), organisation)
    return { groups: await tallyDecided(context.tx, { organisation, zone, by }) }
  },
})
