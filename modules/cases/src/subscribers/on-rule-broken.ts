import { packages } from '@tereze/catalogue/contract'
import { subscriber } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { assignViolation, ruleBroken } from '@tereze/registers/contract'
import { ruleInWords, violationService } from '../definition/violation-service.ts'
import { openCaseOf } from '../engine/open-case.ts'
import { StepRefused } from '../engine/step-refused.ts'

/** The business key of the case of a violation: one violation, one case. */
export const violationKey = (violation: string): string => `violation/${violation}`

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
    const opened = await openCaseOf(context, service, {
      person: tx.tenant,
      submitter: null,
      data: { violation: { violation, register, record, rule, severity, about } },
      channel: 'automatic',
      cause: null,
      key: violationKey(violation),
      businessKey: violation,
      begun: null,
    })
    if (isRefused(opened)) throw new StepRefused(`${service.id}: ${register} ${rule}`, opened)
    // One that is mended already takes no case; what ends the case is announced after this.
    await context.call(assignViolation, { organisation: tx.tenant, violation, ...opened })
  },
})
