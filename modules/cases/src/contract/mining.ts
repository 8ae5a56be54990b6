import { LocalDate, OrganisationId, operation, refusal, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** No case of this service was opened in that time, or there is no such service. */
export const nothingToMine = refusal('cases.nothing-to-mine', 'not-found')

/** How durations are spread, in seconds. */
const Spread = Type.Object({
  count: Type.Integer(),
  mean: Type.Number(),
  p50: Type.Number(),
  p90: Type.Number(),
  p99: Type.Number(),
  most: Type.Number(),
})
const Durations = Type.Union([Spread, Type.Null()])

/** How cases of a service really went at one step of its process. */
export const MinedStep = Type.Object({
  /** Id in the BPMN file; of a called process `process/element`. */
  node: Type.String(),
  name: Text,
  /** What it is: a task of somebody, a step of the platform, an event or a gateway. */
  kind: Type.Union([Type.Literal('task'), Type.Literal('step'), Type.Literal('event'), Type.Literal('gateway')]),
  entered: Type.Integer(),
  done: Type.Integer(),
  cancelled: Type.Integer(),
  /** Cases that stand there now. */
  open: Type.Integer(),
  /** Cases in which it was done more than once. */
  again: Type.Integer(),
  /** By the clock. */
  time: Durations,
  /** In the working time of the organisation; null where its calendar does not cover the time of the log. */
  working: Durations,
  /** Part of all the time that finished cases took, by the clock. */
  share: Type.Number(),
})
/** How cases of a service really went at one step of its process. */
export type MinedStep = Static<typeof MinedStep>

/** How cases of a service really went. */
export const MinedService = Type.Object({
  cases: Type.Integer(),
  finished: Type.Integer(),
  /** Whether there were more cases than were looked at: the newest were. */
  isPart: Type.Boolean(),
  time: Durations,
  working: Durations,
  /** What took most of the time first. */
  steps: Type.Array(MinedStep),
  /** How often each sequence flow was taken, the most frequent first. */
  flows: Type.Array(Type.Object({ flow: Type.String(), count: Type.Integer() })),
  /** Tasks of people in the order in which they were begun, the most frequent way first; the rest together without tasks. */
  ways: Type.Array(
    Type.Object({
      tasks: Type.Union([Type.Array(Text), Type.Null()]),
      count: Type.Integer(),
      share: Type.Number(),
      /** Mean time of its cases, seconds. */
      time: Type.Number(),
    }),
  ),
  /** How many different ways there were. */
  waysCount: Type.Integer(),
})
/** How cases of a service really went. */
export type MinedService = Static<typeof MinedService>

/** How a service really goes. */
export const mineService = operation({
  name: 'cases.mine-service',
  does: 'Tells how the cases of a service really went in a time: how long each step took, ways, rework, where cases stand.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    service: Type.String({ minLength: 1, maxLength: 100 }),
    /** The first and the last local date on which the cases were opened. */
    from: LocalDate,
    to: LocalDate,
  }),
  output: MinedService,
  permission: 'cases.process.watch',
  refusals: [nothingToMine],
})

/** Services of which there is something to mine. */
export const listOpened = operation({
  name: 'cases.list-opened',
  does: 'Lists the services of an organisation of which cases were opened in a time, with how many.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, from: LocalDate, to: LocalDate }),
  output: Type.Object({
    items: Type.Array(Type.Object({ service: Type.String(), title: Text, cases: Type.Integer() })),
  }),
  permission: 'cases.process.watch',
})
