import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { checkQuality, checkUnderWay } from '../contract/quality.ts'
import { watchedRegister } from '../quality/watched-register.ts'
import { beginCheck } from '../store/upkeep.ts'

/** Begins a complete check; the job of the module does it in portions. */
export const checkQualityHandler = handle(checkQuality, {
  tenant: input => input.organisation,
  async run({ organisation, register }, context) {
    const { tx, now, ids, actor } = context
    const found = watchedRegister(context, organisation, register)
    if (isRefused(found)) return found
    const key = ids.newId('check')
    if (!(await beginCheck(tx, { register, key, by: actor.id, now }, false)))
      return refuse(checkUnderWay, { params: { register } })
    return { work: 'quality', key }
  },
})
