import { respond } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { actingTies } from '../acting-ties.ts'
import { finishSignIn as definition } from '../contract/index.ts'
import { openIdProvider } from '../openid/provider.ts'
import { ownClient, relyingParty } from '../openid/relying-party.ts'
import { redirect } from '../pages/page.ts'
import { refusalPage } from '../pages/refusal-page.ts'
import { browserName } from '../rules/browser-name.ts'
import { decideTarget } from '../rules/decide-target.ts'
import { sessionCookie } from '../rules/session-cookie.ts'
import { sessions } from '../sessions.ts'
import { frameOf, signInDesk } from '../sign-in-desk.ts'
import { signInTraces } from '../sign-in-traces.ts'

/** Exchanges the provider's code for an identity, begins the session and goes to where the person wanted. */
export const finishSignIn = respond(definition, async (request, context) => {
  const { frame } = frameOf(request, context)
  const { homes, record, actorOf } = context.port(signInDesk)
  const { outcome, cookie } = await context.port(relyingParty).finish(request.url, request.cookies)
  const cookies = cookie === null ? [] : [cookie]
  if (isRefused(outcome)) return refusalPage(frame, outcome, cookies)
  const { account, assurance } = outcome
  const openidSession = await context.port(openIdProvider).sessionOf(request.cookies)
  const browser = browserName(request.headers['user-agent'])
  const { session, setCookie } = await context
    .port(sessions)
    .begin({ account, assurance, client: ownClient, openidSession, browser }, request.cookies[sessionCookie])
  await context.port(signInTraces).note({ account, address: request.address, correlation: context.correlation })
  const acting = context.port(actingTies).take(request.cookies, account)
  const onBehalfOf = await context.port(sessions).actFor(session, account, acting.principal)
  const actor = await actorOf({ account, session, assurance, clients: [ownClient], onBehalfOf }, frame.language)
  await record({ operation: definition.name, account, outcome: 'done', actor, correlation: context.correlation })
  const home = account.startsWith('official_') ? homes.official : homes.person
  return redirect(decideTarget(outcome.target, context.origin, home), [...cookies, ...acting.cookies, setCookie])
})
