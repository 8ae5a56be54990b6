import { type ProtocolContext, respond } from '@tereze/foundation-operations'
import { type ProtocolReply, type ProtocolRequest, type Refused, refusalStatus, refuse } from '@tereze/operation'
import { showInteraction as definition, signInExpired } from '../contract/index.ts'
import { formTokens } from '../form-tokens.ts'
import type { OpenInteraction } from '../openid/provider.ts'
import { consentPage } from '../pages/consent-page.ts'
import { refusalPage } from '../pages/refusal-page.ts'
import { waysPage } from '../pages/ways-page.ts'
import { passkeys } from '../passkeys.ts'
import { certificateHolders } from '../ports/certificate-holders.ts'
import { clientName } from '../rules/client-name.ts'
import { challengeOf, frameOf, interactionOf, signInDesk, tokenSubject, withCookies } from '../sign-in-desk.ts'
import { smsCodes } from '../sms-codes.ts'

const mostFound = 20

/** The page that asks who signs in, by the ways that there are; `refused` says what was wrong with the answer before. */
export async function drawWays(
  request: ProtocolRequest,
  context: ProtocolContext,
  interaction: OpenInteraction,
  refused: Refused | null = null,
): Promise<ProtocolReply> {
  const { frame, cookies } = frameOf(request, context, interaction)
  const { demo } = context.port(signInDesk)
  const query = (request.url.searchParams.get('query') ?? '').trim().slice(0, 100)
  const providers = await context.port(signInDesk).listProviders()
  const leadsTo = [...(frame.leadsTo ?? []), ...providers.map(({ issuer }) => new URL(issuer).origin)]
  const withCertificate = context.port(certificateHolders) !== null
  const page = waysPage(
    { ...frame, leadsTo, programs: withCertificate ? ['wss://127.0.0.1:13579'] : [] },
    {
      challenge: withCertificate ? challengeOf(interaction.uid, context) : null,
      providers,
      uid: interaction.uid,
      passkeyOptions: await context.port(passkeys).requestOptions(interaction.uid),
      demo:
        demo === null
          ? null
          : {
              identities: await demo.identities(),
              found: query === '' ? null : await demo.search(query, mostFound),
              query,
            },
      sms: context.port(smsCodes) !== null,
      expected: interaction.expected,
      level: interaction.level,
      token: context.port(formTokens).tokenOf(tokenSubject(interaction.uid, context)),
      refused,
      ...(refused === null ? {} : { status: refusalStatus[refused.is] }),
    },
  )
  return withCookies(page, cookies)
}

/** Asks who signs in, or whether an application may act for them. */
export const showInteraction = respond(definition, async (request, context) => {
  const interaction = await interactionOf(request, context)
  const { frame, cookies } = frameOf(request, context, interaction)
  if (interaction === null) return withCookies(refusalPage(frame, refuse(signInExpired)), cookies)
  if (interaction.asks === 'consent') {
    const { scopeName } = context.port(signInDesk)
    const page = consentPage(frame, {
      client: clientName(interaction.client, frame.language),
      scopes: interaction.scopes,
      choices: interaction.choices,
      credentials: interaction.scopes.flatMap(scope => scopeName(scope, frame.language) ?? []),
      token: context.port(formTokens).tokenOf(tokenSubject(interaction.uid, context)),
    })
    return withCookies(page, cookies)
  }
  return drawWays(request, context, interaction)
})
