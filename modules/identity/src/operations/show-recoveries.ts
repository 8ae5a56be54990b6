import { type ProtocolContext, respond } from '@tereze/foundation-operations'
import {
  type Actor,
  type Assurance,
  isRefused,
  type ProtocolReply,
  type ProtocolRequest,
  type Refused,
  reaches,
  refusalStatus,
} from '@tereze/operation'
import { beginRecovery, showRecoveries as definition, listRecoveries } from '../contract/index.ts'
import { formTokens } from '../form-tokens.ts'
import { type RecoveryPage, recoveryPage } from '../pages/recovery-page.ts'
import { frameOf, signInDesk, withCookies } from '../sign-in-desk.ts'

/** The level that is needed where the actor's sign-in does not reach it; whoever cannot sign in more surely is told by the operation. */
function surerFor(level: Assurance | undefined, actor: Actor): Assurance | null {
  return level !== undefined && 'assurance' in actor && !reaches(actor.assurance, level) ? level : null
}

/** The page of recoveries; `more` is what has just come of the form. */
export async function drawRecoveries(
  request: ProtocolRequest,
  context: ProtocolContext,
  more: Partial<Pick<RecoveryPage, 'made' | 'typed' | 'refused'>> = {},
): Promise<ProtocolReply | Refused> {
  const { frame, cookies } = frameOf(request, context)
  const { actor } = context
  const listed = await context.call(listRecoveries, {})
  if (isRefused(listed)) return listed
  const { zone, homes } = context.port(signInDesk)
  const { made = null, typed = { number: '', document: '' }, refused = null } = more
  const page = recoveryPage(frame, {
    items: listed.items,
    official: actor.id,
    made,
    typed,
    refused,
    surer: surerFor(beginRecovery.assurance, actor),
    zone,
    back: homes.official,
    token: 'session' in actor ? context.port(formTokens).tokenOf(actor.session) : '',
    ...(refused === null ? {} : { status: refusalStatus[refused.is] }),
  })
  return withCookies(page, cookies)
}

/** Shows officials of one-stop shops the recoveries that wait. */
export const showRecoveries = respond(definition, (request, context) => drawRecoveries(request, context))
