import { packages } from '@tereze/catalogue/contract'
import { subscriber } from '@tereze/foundation-operations'
import { assignViolation, ruleBroken } from '@tereze/registers/contract'
import { ruleInWords, violationService } from '../definition/violation-service.ts'
import { openViolation } from '../engine/open-violation.ts'

/**
 * A record breaks a rule of quality: a case of the register's owner begins, of the service that the register names. Notices are
 * counted and shown only.
 */
export const onRuleBroken = subscriber({
  name: 'cases.on-rule-broken',
  on: [ruleBroken],
  tenant({ tenant, data }, ports) {
    const isWork = data.severity !== 'notice' && violationService(ports.get(packages), data.register, tenant) !== null
    return isWork ? tenant : null
  },
  async react({ data }, context) {
    const { tx } = context
    const { register, record, rule, severity, violation } = data
    const all = context.port(packages)
    const service = violationService(all, register, tx.tenant)
    const about = ruleInWords(all, register, rule)
    if (service === null || about === null) return
    const opened = await openViolation(context, service, { violation, register, record, rule, severity, about })
    // One that is mended already takes no case; what ends the case is announced after this.
    await context.call(assignViolation, { organisation: tx.tenant, violation, ...opened })
  },
})
