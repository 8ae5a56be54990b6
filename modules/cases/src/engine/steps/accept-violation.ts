import { isRefused } from '@tereze/operation'
import { acceptViolation as acceptInRegister } from '@tereze/registers/contract'
import { readAt } from '../../rules/pointer.ts'
import type { Step } from '../perform-step.ts'
import { StepRefused } from '../step-refused.ts'

/** Tells the register that a record stays as it is though it breaks a rule, with the official's reason (`review.reason`). */
export const acceptViolation: Step = async run => {
  // About the register as a whole: no record of it stays as it is.
  if (readAt(run.row.data, '/violation/record') === undefined) return true
  const violation = readAt(run.row.data, '/violation/violation')
  const accepted = await run.context.call(acceptInRegister, {
    organisation: run.service.owner,
    violation: String(violation),
    reason: String(readAt(run.row.data, '/review/reason') ?? ''),
    under: `service:${run.service.id}`,
  })
  if (isRefused(accepted)) throw new StepRefused(`${run.service.id}: ${String(violation)}`, accepted)
  return true
}
