import { handle } from '@tereze/foundation-operations'
import { sumUpMailing } from '../contract/index.ts'
import { countDeliveries, countMessages } from '../store/mailings.ts'

/** Sums a mailing up; names nobody. */
export const sumUpMailingHandler = handle(sumUpMailing, {
  tenant: input => input.organisation,
  async run({ organisation, mailing }, { tx }) {
    const messages = await countMessages(tx, organisation, mailing)
    return { ...messages, channels: [...(await countDeliveries(tx, organisation, mailing))] }
  },
})
