import { type Refused, refuse } from '@tereze/operation'
import type { StepRefused } from '@tereze/regulation'
import { stepRefused } from '../contract/index.ts'

/** The refusal of a step as operations give it: the code of the life cycle among its params. */
export function refusedStep({ code, params }: StepRefused): Refused<'regulations.step-refused'> {
  return refuse(stepRefused, { pointer: '/step', params: { ...params, code } })
}
