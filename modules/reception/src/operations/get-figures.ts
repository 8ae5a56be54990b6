import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { getFigures, hallNotFound, type QueueFigures } from '../contract/index.ts'
import { hallNow } from '../definition/hall-now.ts'
import { refusedDays } from '../rules/refused-days.ts'
import { tallyTickets } from '../store/figures.ts'

const none: QueueFigures = { taken: 0, served: 0, noShows: 0, left: 0, median: null, p90: null }

/** How long people waited in a hall. */
export const getFiguresHandler = handle(getFigures, {
  tenant: input => input.organisation,
  async run({ organisation, unit, from, until }, context) {
    const here = hallNow(context, unit)
    if (here === null) return refuse(hallNotFound, { pointer: '/unit' })
    const refused = refusedDays(from, until)
    if (refused !== null) return refused
    const at = { unit, from, until, today: here.day, zone: here.hall.zone }
    const found = await tallyTickets(context.tx, organisation, at)
    const told = found.map(({ letter, hour, ...figures }) => ({ letter, hour, figures }))
    return {
      all: told.find(({ letter, hour }) => letter === null && hour === null)?.figures ?? none,
      groups: told.flatMap(({ letter, figures }) => (letter === null ? [] : [{ letter, figures }])),
      hours: told.flatMap(({ hour, figures }) => (hour === null ? [] : [{ hour, figures }])),
    }
  },
})
