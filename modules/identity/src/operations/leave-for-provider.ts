import { requestForged, respond } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { leaveForProvider as definition, providerNotFound, signInExpired } from '../contract/index.ts'
import { outsideDesk } from '../openid/outside.ts'
import { redirect } from '../pages/page.ts'
import { refusalPage } from '../pages/refusal-page.ts'
import { fieldsOf, frameOf, interactionOf, isOwnForm, signInDesk } from '../sign-in-desk.ts'

/** Sends the browser to an outside provider to sign in there. */
export const leaveForProvider = respond(definition, async (request, context) => {
  const interaction = await interactionOf(request, context)
  const { frame } = frameOf(request, context, interaction)
  if (interaction === null || interaction.asks !== 'login') return refusalPage(frame, refuse(signInExpired))
  if (!isOwnForm(request, interaction.uid, context)) return refusalPage(frame, refuse(requestForged))
  const provider = await context.port(signInDesk).findProvider(fieldsOf(request).get('provider') ?? '')
  if (provider === null) return refusalPage(frame, refuse(providerNotFound))
  const left = await context.port(outsideDesk).leave(provider, { of: 'sign-in', interaction: interaction.uid })
  return isRefused(left) ? refusalPage(frame, left) : redirect(left.location, [left.cookie])
})
