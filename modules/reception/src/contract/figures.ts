import { OrganisationId, operation, refusal } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { GroupLetter, hallNotFound, UnitId } from './hall.ts'

const Seconds = Type.Union([Type.Integer(), Type.Null()])

/** What came of tickets. Waiting is measured in seconds from the ticket to its first call; null where nobody was called. */
export const QueueFigures = Type.Object({
  taken: Type.Integer(),
  served: Type.Integer(),
  noShows: Type.Integer(),
  /** Never called before the day ended. */
  left: Type.Integer(),
  median: Seconds,
  p90: Seconds,
})
/** What came of tickets. */
export type QueueFigures = Static<typeof QueueFigures>

/** The days are the wrong way round, or more than a year. */
export const daysUnfit = refusal('reception.days-unfit', 'invalid')

/** Gives how long people waited in a hall, whole, by group and by hour of the day. */
export const getFigures = operation({
  name: 'reception.get-figures',
  does: 'Gives how long people waited in a hall, how many were served and how many did not come.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    unit: UnitId,
    from: Type.String({ format: 'date' }),
    until: Type.String({ format: 'date' }),
  }),
  output: Type.Object({
    all: QueueFigures,
    groups: Type.Array(Type.Object({ letter: GroupLetter, figures: QueueFigures })),
    hours: Type.Array(Type.Object({ hour: Type.Integer(), figures: QueueFigures })),
  }),
  permission: 'reception.figures.read',
  refusals: [hallNotFound, daysUnfit],
})
