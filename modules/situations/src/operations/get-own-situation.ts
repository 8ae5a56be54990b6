import { listOwnCases } from '@tereze/cases/contract'
import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { getOwnSituation, situationNotFound } from '../contract/situation.ts'
import { findSilentLook } from '../store/looks.ts'
import { listOffers } from '../store/offers.ts'
import { findOfPerson } from '../store/situations.ts'
import { owner, personActing } from '../views/acting.ts'
import {
  sightOf,
  viewAccounts,
  viewCard,
  viewKnown,
  viewMissing,
  viewOffers,
  viewSilence,
  viewSteps,
} from '../views/view-situation.ts'

/** One situation with its journey; offers, facts and accounts are shown to the primary person only. */
export const getOwnSituationHandler = handle(getOwnSituation, {
  tenant: () => owner,
  async run(input, context) {
    const person = personActing(context)
    const row = person === null ? null : await findOfPerson(context.tx, owner, input.situation, person)
    if (row === null || person === null) return refuse(situationNotFound, { pointer: '/situation' })
    const cards = await context.call(listOwnCases, { person, cause: row.id, limit: 100 })
    if (isRefused(cards)) throw new Error(`cases of ${row.id}: not readable`)
    const offers = row.primary ? await listOffers(context.tx, owner, row.id) : []
    const sight = sightOf(context, row, cards.items, offers)
    context.concerns([person])
    return {
      card: viewCard(sight),
      steps: viewSteps(sight),
      offers: viewOffers(sight),
      declined: viewOffers(sight, 'declined'),
      known: row.primary ? viewKnown(sight) : [],
      missing: row.primary ? viewMissing(sight) : [],
      accounts: row.primary ? viewAccounts(sight) : [],
      ...viewSilence(sight, await findSilentLook(context.tx, owner, row)),
    }
  },
})
