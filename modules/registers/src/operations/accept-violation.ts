import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { accessNotGranted } from '../contract/access.ts'
import { acceptViolation, violationNotFound } from '../contract/quality.ts'
import { qualityOf } from '../definition/quality.ts'
import { findViolation, updateAccepted } from '../store/violations.ts'

/** Accepts that a record stays as it is: by the service to which the register gives its violations, and nobody else. */
export const acceptViolationHandler = handle(acceptViolation, {
  tenant: input => input.organisation,
  async run({ organisation, violation, reason, under }, { tx, now, actor, port }) {
    const row = await findViolation(tx, organisation, violation)
    if (row === null) return refuse(violationNotFound, { pointer: '/violation' })
    const pack = port(packages).find('register', row.register)
    const service = pack === null ? null : (qualityOf(pack)?.service ?? null)
    if (service === null || under !== `service:${service}`)
      return refuse(accessNotGranted, { params: { register: row.register, act: 'correct' } })
    const isAccepted = await updateAccepted(tx, violation, { by: actor.id, reason, now })
    return isAccepted ? { violation } : refuse(violationNotFound, { pointer: '/violation' })
  },
})
