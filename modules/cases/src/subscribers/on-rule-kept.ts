import { packages } from '@tereze/catalogue/contract'
import { subscriber } from '@tereze/foundation-operations'
import { ruleKept } from '@tereze/registers/contract'
import { violationService } from '../definition/violation-service.ts'
import { tellMended } from '../engine/tell-mended.ts'

/** A violation is mended: its case is told and closes by itself. */
export const onRuleKept = subscriber({
  name: 'cases.on-rule-kept',
  on: [ruleKept],
  tenant: ({ tenant, data }, ports) =>
    violationService(ports.get(packages), data.register, tenant) === null ? null : tenant,
  async react({ id, data: { register, record, rule, violation } }, context) {
    await tellMended(context, id, violation, { register, record, rule })
  },
})
