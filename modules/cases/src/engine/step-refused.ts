import { type Refused, refuse } from '@tereze/operation'
import { stepRefused } from '../contract/case.ts'

/** Another module refused what a step of a case asked of it. Nothing of the step may stay: the transaction has to end without it. */
export class StepRefused extends Error {
  readonly code: string
  constructor(what: string, reply: Refused) {
    super(`${what}: ${reply.code} ${reply.pointer} ${JSON.stringify(reply.also)}`)
    this.name = 'StepRefused'
    this.code = reply.code
  }
}

/** Does what moves a case; where a step is refused, the whole operation is, in words, and nothing is written. */
export async function orStepRefused<T>(work: () => Promise<T>): Promise<T | Refused<'cases.step-refused'>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StepRefused) return refuse(stepRefused, { params: { cause: error.code } })
    throw error
  }
}
