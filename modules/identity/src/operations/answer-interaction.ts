import { requestForged, respond } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { codes } from '../codes.ts'
import {
  answerInteraction as definition,
  identityUnknown,
  signInExpired,
  signInUnavailable,
} from '../contract/index.ts'
import { openIdProvider } from '../openid/provider.ts'
import { redirect } from '../pages/page.ts'
import { refusalPage } from '../pages/refusal-page.ts'
import { fieldsOf, frameOf, interactionOf, isOwnForm, recordRefusal, signInDesk } from '../sign-in-desk.ts'
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
    const allowed = fields.get('consent') === 'allow'
    return redirect(await context.port(openIdProvider).finishConsent(interaction.uid, allowed))
  }
  if (demo === null) return refusalPage(frame, refuse(signInUnavailable))
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
