import { Instant, OrganisationId, operation, refusal } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { ServiceVersion } from './access.ts'
import { contractNotFound } from './message.ts'

/** The pause would end before it begins, or is longer than a month. */
export const pauseTermWrong = refusal('exchange.pause-term-wrong', 'invalid')
/** The service is not paused. */
export const pauseNotFound = refusal('exchange.pause-not-found', 'not-found')

/** Closes services for a while. */
export const pauseService = operation({
  name: 'exchange.pause-service',
  does: 'Closes one service of an organisation, or all of them, for maintenance; askers are told until when, and what they queued is kept.',
  input: Type.Object({
    organisation: OrganisationId,
    /** One service; absent: all of them. */
    contract: Type.Optional(ServiceVersion),
    /** Now when absent. */
    from: Type.Optional(Instant),
    until: Instant,
  }),
  output: Type.Object({ until: Instant }),
  permission: 'exchange.service.pause',
  refusals: [contractNotFound, pauseTermWrong],
})

/** One maintenance. */
export const Pause = Type.Object({
  /** One service; null: all of them. */
  contract: Type.Union([ServiceVersion, Type.Null()]),
  from: Instant,
  until: Instant,
  by: Type.String(),
})
/** One maintenance. */
export type Pause = Static<typeof Pause>

/** What is closed, or will be. */
export const listPauses = operation({
  name: 'exchange.list-pauses',
  does: 'Lists which services of an organisation are closed for maintenance now, or will be.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({ items: Type.Array(Pause) }),
  permission: 'exchange.queue.read',
})

/** Opens services again. */
export const resumeService = operation({
  name: 'exchange.resume-service',
  does: 'Opens a service, or all of them, before the end of the maintenance.',
  input: Type.Object({ organisation: OrganisationId, contract: Type.Optional(ServiceVersion) }),
  output: Type.Object({}),
  permission: 'exchange.service.pause',
  refusals: [pauseNotFound],
})
