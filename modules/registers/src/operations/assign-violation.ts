import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { assignViolation, violationNotFound } from '../contract/quality.ts'
import { updateCase } from '../store/violations.ts'

/** Notes the case in which a violation is worked on. */
export const assignViolationHandler = handle(assignViolation, {
  tenant: input => input.organisation,
  async run({ violation, case: id, number }, { tx }) {
    const isNoted = await updateCase(tx, violation, { case: id, number })
    return isNoted ? { violation } : refuse(violationNotFound, { pointer: '/violation' })
  },
})
