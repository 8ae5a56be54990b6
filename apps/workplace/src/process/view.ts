import type { getProcess } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'

/** A process on a case as it stands. */
export type Instance = OutputOf<typeof getProcess>['instances'][number]
/** An element of it: a step, an event, a decision point. */
export type Step = Instance['elements'][number]
/** Where an element stands. */
export type StepState = Step['state']
