import { type ProtocolContext, respond } from '@tereze/foundation-operations'
import { isRefused, type ProtocolReply, type ProtocolRequest, type Refused, refuse } from '@tereze/operation'
import {
  returnFromProvider as definition,
  outsideTaken,
  outsideUnlinked,
  signInExpired,
  signInStale,
} from '../contract/index.ts'
import { outsideDesk, type Returned } from '../openid/outside.ts'
import { openIdProvider } from '../openid/provider.ts'
import { accessPath } from '../pages/access-page.ts'
import { redirect } from '../pages/page.ts'
import { refusalPage } from '../pages/refusal-page.ts'
import { frameOf, signInDesk, withCookies } from '../sign-in-desk.ts'

/** Signs in whoever connected the outside account with one here. */
async function signIn(
  { provider, subject, assurance }: Returned,
  interaction: string,
  request: ProtocolRequest,
  context: ProtocolContext,
): Promise<ProtocolReply | Refused> {
  const openId = context.port(openIdProvider)
  if (!(await openId.isOpen(interaction))) return refuse(signInExpired)
  const account = await context.port(signInDesk).accountOfLink(provider, subject)
  if (account === null) return refuse(outsideUnlinked)
  return redirect(await openId.finishLogin(interaction, { account, assurance }, request.cookies))
}

/** Connects the outside account with the one of the session that asked for it, as long as that session is the browser's and fresh. */
async function connect(
  { provider, subject }: Returned,
  wanted: { session: string; account: string },
  context: ProtocolContext,
): Promise<ProtocolReply | Refused> {
  const { actor, correlation } = context
  if (!('session' in actor) || actor.session !== wanted.session || actor.id !== wanted.account)
    return refuse(signInExpired)
  const desk = context.port(signInDesk)
  const linked = await desk.link({ provider, subject, actor })
  const refused = linked === 'stale' ? refuse(signInStale) : linked === 'taken' ? refuse(outsideTaken) : null
  const outcome = refused === null ? 'done' : refused.code
  await desk.record({ operation: definition.name, account: actor.id, outcome, actor, correlation })
  return refused ?? redirect(`${accessPath}?done=link`)
}

/** Takes the answer of an outside provider: signs in, or connects the accounts. */
export const returnFromProvider = respond(definition, async (request, context) => {
  const { frame } = frameOf(request, context)
  const { outcome, cookie } = await context
    .port(outsideDesk)
    .finish(request.url, request.cookies, provider => context.port(signInDesk).findProvider(provider))
  const cookies = cookie === null ? [] : [cookie]
  if (isRefused(outcome)) return refusalPage(frame, outcome, cookies)
  const { purpose } = outcome
  const answer =
    purpose.of === 'sign-in'
      ? await signIn(outcome, purpose.interaction, request, context)
      : await connect(outcome, purpose, context)
  return isRefused(answer) ? refusalPage(frame, answer, cookies) : withCookies(answer, cookies)
})
