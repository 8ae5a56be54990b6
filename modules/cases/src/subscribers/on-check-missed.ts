import { packages } from '@tereze/catalogue/contract'
import { subscriber } from '@tereze/foundation-operations'
import { checkMissed } from '@tereze/registers/contract'
import { missedInWords, violationService } from '../definition/violation-service.ts'
import { openViolation } from '../engine/open-violation.ts'

/** A complete check of a register failed or is late: its owner is reminded by a case, of the service of its violations. */
export const onCheckMissed = subscriber({
  name: 'cases.on-check-missed',
  on: [checkMissed],
  tenant: ({ tenant, data }, ports) =>
    violationService(ports.get(packages), data.register, tenant) === null ? null : tenant,
  async react({ data: { register, why, missed } }, context) {
    const all = context.port(packages)
    const service = violationService(all, register, context.tx.tenant)
    if (service === null) return
    const about = missedInWords(all, register, why)
    await openViolation(context, service, {
      violation: missed,
      register,
      rule: 'complete-check',
      severity: 'error',
      about,
    })
  },
})
