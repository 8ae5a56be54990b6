import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { getBoard, hallNotFound } from '../contract/index.ts'
import { hallNow } from '../definition/hall-now.ts'
import { ticketNumber } from '../rules/ticket-number.ts'
import { listOpen } from '../store/tickets.ts'

/** What hangs in a hall. */
export const getBoardHandler = handle(getBoard, {
  tenant: input => input.organisation,
  async run({ organisation, unit }, context) {
    const here = hallNow(context, unit)
    if (here === null) return refuse(hallNotFound, { pointer: '/unit' })
    const { hall, day, hours, isOpen } = here
    const open = await listOpen(context.tx, organisation, unit, day)
    const called = open.flatMap(({ state, letter, number, window, calledAt, calls }) =>
      state === 'called' && window !== null && calledAt !== null
        ? [{ number: ticketNumber(letter, number), window, calls, at: calledAt }]
        : [],
    )
    return {
      name: hall.name,
      isOpen,
      hours,
      groups: hall.groups.map(({ letter, title }) => ({
        letter,
        title,
        waiting: open.filter(one => one.state === 'waiting' && one.letter === letter).length,
      })),
      privileges: [...hall.privileges],
      called: called.sort((one, other) => Date.parse(other.at) - Date.parse(one.at)),
    }
  },
})
