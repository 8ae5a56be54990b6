import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { pauseNotFound, resumeService } from '../contract/pause.ts'
import { deletePause, everyService } from '../store/pauses.ts'

/** Opens services of an organisation again. */
export const resumeServiceHandler = handle(resumeService, {
  tenant: input => input.organisation,
  async run({ contract = everyService }, context) {
    if (!(await deletePause(context.tx, contract, context.now))) return refuse(pauseNotFound, { pointer: '/contract' })
    context.concerns([], [`contract:${contract}`])
    return {}
  },
})
