import type { LoggedStep, Trace } from './trace.ts'

/** One visit of a case to a node. Instants are milliseconds. */
export interface Stay {
  readonly element: string
  readonly from: number
  /** Null: it is still there. */
  readonly to: number | null
  readonly cancelled: boolean
}

/**
 * Pairs what was entered with what was left. Where a node is entered again before it was left (several at once), who came first
 * leaves first: the sum of the times is right whoever it was. What was left and never entered (a log that begins late) is no stay.
 */
export function pairSteps({ steps }: Trace): readonly Stay[] {
  const stays: Stay[] = []
  const open = new Map<string, number[]>()
  const leave = ({ element, at, what }: LoggedStep) => {
    const from = open.get(element)?.shift()
    if (from !== undefined) stays.push({ element, from, to: Date.parse(at), cancelled: what === 'cancelled' })
  }
  for (const step of steps) {
    if (step.what === 'entered') {
      const since = open.get(step.element)
      if (since === undefined) open.set(step.element, [Date.parse(step.at)])
      else since.push(Date.parse(step.at))
    } else if (step.what !== 'flow') leave(step)
  }
  for (const [element, since] of open)
    for (const from of since) stays.push({ element, from, to: null, cancelled: false })
  return stays
}
