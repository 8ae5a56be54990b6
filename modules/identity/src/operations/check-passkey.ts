import { type ProtocolContext, requestForged, respond } from '@tereze/foundation-operations'
import { type ProtocolReply, type ProtocolRequest, refuse } from '@tereze/operation'
import { checkPasskey as definition, passkeyUnfit, signInExpired } from '../contract/index.ts'
import { type OpenInteraction, openIdProvider } from '../openid/provider.ts'
import { redirect } from '../pages/page.ts'
import { refusalPage } from '../pages/refusal-page.ts'
import { credentialOf } from '../passkeys.ts'
import { decideAssurance } from '../rules/decide-assurance.ts'
import { fieldsOf, frameOf, interactionOf, isOwnForm, recordRefusal, signInDesk } from '../sign-in-desk.ts'
import { drawWays } from './show-interaction.ts'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Checks what a passkey signed and goes on with the sign-in. */
export const checkPasskey = respond(definition, async (request, context) => {
  const interaction = await interactionOf(request, context)
  const { frame } = frameOf(request, context, interaction)
  if (interaction === null || interaction.asks !== 'login') return refusalPage(frame, refuse(signInExpired))
  if (!isOwnForm(request, interaction.uid, context)) return refusalPage(frame, refuse(requestForged))
  const response = parsed(fieldsOf(request).get('response') ?? '')
  const signed = await context.port(signInDesk).takePasskey(interaction.uid, credentialOf(response), response)
  if (signed.held) {
    const login = { account: signed.account, assurance: decideAssurance({ by: 'passkey', synced: signed.synced }) }
    return redirect(await context.port(openIdProvider).finishLogin(interaction.uid, login, request.cookies))
  }
  return refusedPasskey(request, context, interaction, signed.account)
})

async function refusedPasskey(
  request: ProtocolRequest,
  context: ProtocolContext,
  interaction: OpenInteraction,
  account: string | null,
): Promise<ProtocolReply> {
  const refused = refuse(passkeyUnfit)
  if (account !== null) await recordRefusal(context, definition.name, account, refused)
  return drawWays(request, context, interaction, refused)
}
