import { handle } from '@tereze/foundation-operations'
import { listRegulations } from '../contract/index.ts'
import { listConcerning } from '../store/regulations.ts'
import { regulationCard } from '../views/regulation-card.ts'

/** The regulations that an organisation has to do with. */
export const listRegulationsHandler = handle(listRegulations, {
  tenant: input => input.organisation,
  async run({ organisation }, { tx }) {
    return { items: (await listConcerning(tx, organisation)).map(regulationCard) }
  },
})
