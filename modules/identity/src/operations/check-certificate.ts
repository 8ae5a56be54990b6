import { readForm } from '@tereze/foundation-http'
import { requestForged, respond } from '@tereze/foundation-operations'
import { type Refused, refuse } from '@tereze/operation'
import { actingTies } from '../acting-ties.ts'
import {
  certificateFaulty,
  certificateMissing,
  certificateUnknown,
  checkCertificate as definition,
  signInExpired,
} from '../contract/index.ts'
import { formTokens } from '../form-tokens.ts'
import { openIdProvider } from '../openid/provider.ts'
import { redirect } from '../pages/page.ts'
import { refusalPage } from '../pages/refusal-page.ts'
import { type CertificateHolder, certificateHolders } from '../ports/certificate-holders.ts'
import { decideAssurance } from '../rules/decide-assurance.ts'
import { challengeOf, frameOf, interactionOf, recordRefusal, signInDesk, tokenSubject } from '../sign-in-desk.ts'
import { drawWays } from './show-interaction.ts'

function refusalOf(holder: Exclude<CertificateHolder, { account: unknown }>): Refused {
  const pointer = '/certificate'
  return holder === 'nobody'
    ? refuse(certificateUnknown, { pointer })
    : // Choices of a message have no hyphens in their names.
      refuse(certificateFaulty, { pointer, params: { fault: holder.fault, why: holder.fault.replaceAll('-', '_') } })
}

/** Checks what a certificate signed for this sign-in, and goes on as its holder. */
export const checkCertificate = respond(definition, async (request, context) => {
  const interaction = await interactionOf(request, context)
  const { frame } = frameOf(request, context, interaction)
  const holders = context.port(certificateHolders)
  if (interaction === null || interaction.asks !== 'login' || holders === null)
    return refusalPage(frame, refuse(signInExpired))
  const form = await readForm(request.headers['content-type'] ?? '', request.body)
  const token = form?.fields.get('_form') ?? ''
  if (!context.port(formTokens).isTokenOf(tokenSubject(interaction.uid, context), token))
    return refusalPage(frame, refuse(requestForged))
  // What a signing program gave is text: PEM or base64.
  const text = form?.fields.get('signature') ?? ''
  const signature = text === '' ? form?.files.get('file')?.[0]?.bytes : new TextEncoder().encode(text)
  if (signature === undefined || signature.length === 0)
    return drawWays(request, context, interaction, refuse(certificateMissing, { pointer: '/certificate' }))
  const challenge = new TextEncoder().encode(challengeOf(interaction.uid, context))
  const holder = await holders.find(context, { challenge, signature })
  if (holder === 'nobody' || 'fault' in holder) return drawWays(request, context, interaction, refusalOf(holder))
  const { account, qualified } = holder
  if ((await context.port(signInDesk).nameOf(account)) === null) {
    const refused = refuse(certificateUnknown, { pointer: '/certificate' })
    await recordRefusal(context, definition.name, account, refused)
    return drawWays(request, context, interaction, refused)
  }
  const login = { account, assurance: decideAssurance({ by: 'certificate', qualified }) }
  const tied =
    holder.principal === null ? [] : [context.port(actingTies).keep({ account, principal: holder.principal })]
  return redirect(await context.port(openIdProvider).finishLogin(interaction.uid, login, request.cookies), tied)
})
