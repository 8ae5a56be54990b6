import { type ProtocolContext, requestForged, respond } from '@tereze/foundation-operations'
import { type ProtocolReply, type ProtocolRequest, refuse } from '@tereze/operation'
import { codes } from '../codes.ts'
import {
  answerInteraction as definition,
  identityUnknown,
  numberMissing,
  signInExpired,
  signInUnavailable,
} from '../contract/index.ts'
import { type OpenInteraction, openIdProvider } from '../openid/provider.ts'
import { redirect } from '../pages/page.ts'
import { refusalPage } from '../pages/refusal-page.ts'
import { fieldsOf, frameOf, interactionOf, isOwnForm, recordRefusal, signInDesk } from '../sign-in-desk.ts'
import { smsCodes } from '../sms-codes.ts'
import { drawWays } from './show-interaction.ts'

/** Takes who signs in and sends them a one-time code; takes the answer to an application. */
export const answerInteraction = respond(definition, async (request, context) => {
  const { frame } = frameOf(request, context)
  const { demo, nameOf } = context.port(signInDesk)
  const interaction = await interactionOf(request, context)
  if (interaction === null) return refusalPage(frame, refuse(signInExpired))
  if (!isOwnForm(request, interaction.uid, context)) return refusalPage(frame, refuse(requestForged))
  const fields = fieldsOf(request)
  if (interaction.asks === 'consent') {
    const chosen = interaction.choices.filter(scope => fields.getAll('scope').includes(scope))
    const given = fields.get('consent') === 'allow' ? chosen : null
    return redirect(await context.port(openIdProvider).finishConsent(interaction.uid, given))
  }
  if (demo === null) return askByNumber(request, context, interaction, fields.get('number') ?? '')
  const chosen = fields.get('identity')
  const identity = chosen === null ? null : await demo.find(chosen)
  if (identity === null || (await nameOf(identity.id)) === null) {
    const refused = refuse(identityUnknown, { pointer: '/identity' })
    return drawWays(request, context, interaction, refused)
  }
  const refused = await context.port(codes).send(interaction.uid, identity)
  if (refused !== null) {
    await recordRefusal(context, definition.name, identity.id, refused)
    return drawWays(request, context, interaction, refused)
  }
  return redirect(`/sign-in/interaction/${interaction.uid}/code`)
})

/** Sends a code to the telephone of whoever has the national number; whether somebody has it, the answer does not say. */
async function askByNumber(
  request: ProtocolRequest,
  context: ProtocolContext,
  interaction: OpenInteraction,
  typed: string,
): Promise<ProtocolReply> {
  const { frame } = frameOf(request, context)
  const byPhone = context.port(smsCodes)
  if (byPhone === null) return refusalPage(frame, refuse(signInUnavailable))
  const number = typed.trim().slice(0, 40)
  if (number === '') return drawWays(request, context, interaction, refuse(numberMissing, { pointer: '/number' }))
  const refused = await byPhone.ask(interaction.uid, number, request.address)
  if (refused !== null) return drawWays(request, context, interaction, refused)
  return redirect(`/sign-in/interaction/${interaction.uid}/code`)
}
