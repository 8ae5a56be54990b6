import { respond } from '@tereze/foundation-operations'
import { showSignOut as definition } from '../contract/index.ts'
import { formTokens } from '../form-tokens.ts'
import { signOutPage } from '../pages/sign-out-page.ts'
import { frameOf, withCookies } from '../sign-in-desk.ts'

/** Asks whether to end the session. */
export const showSignOut = respond(definition, async (request, context) => {
  const { frame, cookies } = frameOf(request, context)
  const { actor } = context
  return withCookies(
    signOutPage(frame, 'session' in actor ? context.port(formTokens).tokenOf(actor.session) : null),
    cookies,
  )
})
