import { type ProtocolContext, respond } from '@tereze/foundation-operations'
import { isRefused, type ProtocolReply, type ProtocolRequest, type Refused } from '@tereze/operation'
import { beginRecovery, confirmRecovery, changeRecovery as definition, dropRecovery } from '../contract/index.ts'
import { redirect } from '../pages/page.ts'
import { recoveryPath } from '../pages/recovery-page.ts'
import { fieldsOf } from '../sign-in-desk.ts'
import { drawRecoveries } from './show-recoveries.ts'

async function change(request: ProtocolRequest, context: ProtocolContext): Promise<ProtocolReply | Refused> {
  const fields = fieldsOf(request)
  const recovery = fields.get('recovery') ?? ''
  const typed = { number: (fields.get('number') ?? '').trim(), document: (fields.get('document') ?? '').trim() }
  switch (fields.get('do')) {
    case 'begin': {
      const begun = await context.call(beginRecovery, typed)
      return isRefused(begun) ? drawRecoveries(request, context, { typed, refused: begun }) : redirect(recoveryPath)
    }
    case 'confirm': {
      const made = await context.call(confirmRecovery, { recovery })
      return drawRecoveries(request, context, isRefused(made) ? { refused: made } : { made })
    }
    case 'drop': {
      const dropped = await context.call(dropRecovery, { recovery })
      return isRefused(dropped) ? drawRecoveries(request, context, { refused: dropped }) : redirect(recoveryPath)
    }
    default:
      return redirect(recoveryPath)
  }
}

/** Begins, confirms or ends a recovery. */
export const changeRecovery = respond(definition, change)
