import { listOwnCases } from '@tereze/cases/contract'
import { handle } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { listOwnSituations } from '../contract/situation.ts'
import { listOffers } from '../store/offers.ts'
import { listOfPerson } from '../store/situations.ts'
import { owner, personActing } from '../views/acting.ts'
import { sightOf, viewCard } from '../views/view-situation.ts'

/** The acting person's situations with what is next. */
export const listOwnSituationsHandler = handle(listOwnSituations, {
  tenant: () => owner,
  async run(input, context) {
    const person = personActing(context)
    if (person === null || person !== input.person) return { items: [] }
    const rows = await listOfPerson(context.tx, owner, person)
    const items = []
    for (const row of rows) {
      const cards = await context.call(listOwnCases, { person, cause: row.id, limit: 100 })
      if (isRefused(cards)) throw new Error(`cases of ${row.id}: not readable`)
      items.push(viewCard(sightOf(context, row, cards.items, await listOffers(context.tx, owner, row.id))))
    }
    context.concerns([person])
    return { items }
  },
})
