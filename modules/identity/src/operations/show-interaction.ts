import { type ProtocolContext, respond } from '@tereze/foundation-operations'
import { type ProtocolReply, type ProtocolRequest, type Refused, refusalStatus, refuse } from '@tereze/operation'
import { showInteraction as definition, signInExpired, signInUnavailable } from '../contract/index.ts'
import { formTokens } from '../form-tokens.ts'
import type { OpenInteraction } from '../openid/provider.ts'
import { consentPage } from '../pages/consent-page.ts'
import { identitiesPage } from '../pages/identities-page.ts'
import { refusalPage } from '../pages/refusal-page.ts'
import type { DemoSignIn } from '../ports/demo-sign-in.ts'
import { frameOf, interactionOf, signInDesk, tokenSubject, withCookies } from '../sign-in-desk.ts'

const mostFound = 20

/** The page that asks who signs in; `refused` says what was wrong with the answer before. */
export async function drawIdentities(
  request: ProtocolRequest,
  context: ProtocolContext,
  { demo, interaction }: { demo: DemoSignIn; interaction: OpenInteraction },
  refused: Refused | null = null,
): Promise<ProtocolReply> {
  const { frame, cookies } = frameOf(request, context)
  const query = (request.url.searchParams.get('query') ?? '').trim().slice(0, 100)
  const page = identitiesPage(frame, {
    identities: await demo.identities(),
    found: query === '' ? null : await demo.search(query, mostFound),
    query,
    expected: interaction.expected,
    token: context.port(formTokens).tokenOf(tokenSubject(interaction.uid, context)),
    refused,
    ...(refused === null ? {} : { status: refusalStatus[refused.is] }),
  })
  return withCookies(page, cookies)
}

/** Asks who signs in, or whether an application may act for them. */
export const showInteraction = respond(definition, async (request, context) => {
  const { frame, cookies } = frameOf(request, context)
  const { demo } = context.port(signInDesk)
  const interaction = await interactionOf(request, context)
  if (interaction === null) return withCookies(refusalPage(frame, refuse(signInExpired)), cookies)
  if (interaction.asks === 'consent') {
    const token = context.port(formTokens).tokenOf(tokenSubject(interaction.uid, context))
    return withCookies(
      consentPage(frame, { client: interaction.client.name, scopes: interaction.scopes, token }),
      cookies,
    )
  }
  if (demo === null) return withCookies(refusalPage(frame, refuse(signInUnavailable)), cookies)
  return drawIdentities(request, context, { demo, interaction })
})
