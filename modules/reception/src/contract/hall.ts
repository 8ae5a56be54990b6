import { OrganisationId, openScope, operation, refusal, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** The unit of an organisation whose hall it is, such as `north`. */
export const UnitId = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,59}$' })
/** A window of a hall as it is written above it, such as `3` or `3a`. */
export const WindowId = Type.String({ pattern: '^[0-9a-z]{1,4}$' })
/** The letter of a group of services; tickets are numbered by it. */
export const GroupLetter = Type.String({ pattern: '^[A-Z]$' })

/** A hall as one chooses it. */
export const HallName = Type.Object({ unit: UnitId, name: Text })
/** A hall as one chooses it. */
export type HallName = Static<typeof HallName>

/** A number called to a window. `calls` grows each time it is called again; `at` is the last call. */
export const CalledNumber = Type.Object({
  number: Type.String(),
  window: WindowId,
  calls: Type.Integer(),
  at: Type.String({ format: 'date-time' }),
})
/** A number called to a window. */
export type CalledNumber = Static<typeof CalledNumber>

/** What hangs in the hall: hours of today, groups with those who wait, numbers that are called. It names no person. */
export const Board = Type.Object({
  name: Text,
  isOpen: Type.Boolean(),
  /** Hours of today on the wall clock, `09:00`; null on a day off. */
  hours: Type.Union([Type.Object({ from: Type.String(), to: Type.String() }), Type.Null()]),
  groups: Type.Array(Type.Object({ letter: GroupLetter, title: Text, waiting: Type.Integer() })),
  /** Who is called before others by law. */
  privileges: Type.Array(Type.Object({ id: Type.String(), title: Text })),
  /** The newest call first. */
  called: Type.Array(CalledNumber),
})
/** What hangs in the hall. */
export type Board = Static<typeof Board>

/** The organisation has no hall of this name. */
export const hallNotFound = refusal('reception.hall-not-found', 'not-found')

/** Lists the halls of an organisation; none where it receives nobody by a queue. */
export const listHalls = operation({
  name: 'reception.list-halls',
  does: 'Lists the halls of an organisation that have a queue.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({ items: Type.Array(HallName) }),
  permission: 'reception.board.read',
  scope: openScope,
})

/** Gives what hangs in a hall. */
export const getBoard = operation({
  name: 'reception.get-board',
  does: 'Gives what hangs in a hall: hours, groups of services and the numbers that are called.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, unit: UnitId }),
  output: Board,
  permission: 'reception.board.read',
  scope: openScope,
  refusals: [hallNotFound],
})
