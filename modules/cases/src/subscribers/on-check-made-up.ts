import { packages } from '@tereze/catalogue/contract'
import { subscriber } from '@tereze/foundation-operations'
import { checkMadeUp } from '@tereze/registers/contract'
import { violationService } from '../definition/violation-service.ts'
import { tellMended } from '../engine/tell-mended.ts'

/** A register that had not been is checked completely: the case that reminded of it closes by itself. */
export const onCheckMadeUp = subscriber({
  name: 'cases.on-check-made-up',
  on: [checkMadeUp],
  tenant: ({ tenant, data }, ports) =>
    violationService(ports.get(packages), data.register, tenant) === null ? null : tenant,
  async react({ id, data: { register, missed } }, context) {
    await tellMended(context, id, missed, { register })
  },
})
