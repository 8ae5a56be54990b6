import { respond } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { noteCredential, takeNotification } from '../contract/index.ts'
import { allowedBy } from '../wallet-token.ts'
import { readJson, replyError } from './reply-json.ts'

const whats = {
  credential_accepted: 'accepted',
  credential_failure: 'failed',
  credential_deleted: 'deleted',
} as const

/** The notification endpoint. */
export const takeNotificationHandler = respond(takeNotification, async (request, context) => {
  const allowed = await allowedBy(request, context)
  if (allowed === null) return replyError(401, 'invalid_token')
  const body = readJson(request.body)
  const what = whats[String(body?.event) as keyof typeof whats]
  if (typeof body?.notification_id !== 'string' || what === undefined)
    return replyError(400, 'invalid_notification_request')
  const noted = await context.call(noteCredential, {
    organisation: request.params.organisation ?? '',
    person: allowed.person,
    notification: body.notification_id,
    what,
  })
  if (isRefused(noted)) return replyError(400, 'invalid_notification_id')
  return { status: 204, headers: { 'cache-control': 'no-store' }, body: '' }
})
