/** Where a step of a journey stands. */
export type StepState = 'done' | 'your-turn' | 'moving' | 'later' | 'not-for-you'

/** What the state of a step depends on. */
export interface StepFacts {
  readonly reached: boolean
  readonly by: 'us' | 'you'
  readonly isService: boolean
  readonly done: boolean
  readonly later: boolean
  /** Whether it is still to be known if it is due: somebody has not answered. */
  readonly waits: boolean
  readonly case: {
    readonly status: string
    readonly waiting: string | null
    readonly hasTask: boolean
    readonly outcome: string | null
  } | null
  readonly offer: 'offered' | 'confirmed' | 'declined' | 'automatic' | 'lapsed' | null
}

const ended = new Set(['delivered', 'closed'])

/** Whose turn a step is. Pure. */
export function stepState(facts: StepFacts): StepState {
  if (facts.done) return 'done'
  if (!facts.reached || facts.later) return 'later'
  if (!facts.isService) return facts.by === 'you' ? 'your-turn' : 'moving'
  if (facts.case !== null) {
    if (facts.case.hasTask) return 'your-turn'
    return ended.has(facts.case.status) ? 'done' : 'moving'
  }
  if (facts.waits && (facts.offer === null || facts.offer === 'lapsed')) return 'later'
  if (facts.offer === 'offered') return 'your-turn'
  return facts.offer === 'confirmed' || facts.offer === 'automatic' ? 'moving' : 'not-for-you'
}
