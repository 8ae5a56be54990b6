import { requestForged, respond } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { signOut as definition } from '../contract/index.ts'
import { formTokens } from '../form-tokens.ts'
import { redirect } from '../pages/page.ts'
import { refusalPage } from '../pages/refusal-page.ts'
import { sessionCookie } from '../rules/session-cookie.ts'
import { sessions } from '../sessions.ts'
import { fieldsOf, frameOf, signInDesk } from '../sign-in-desk.ts'

/** Ends the session and the provider's; whoever is signed in must have asked for it from a page of ours. */
export const signOut = respond(definition, async (request, context) => {
  const { frame } = frameOf(request, context)
  const { actor } = context
  const open = context.port(sessions)
  if ('session' in actor) {
    const token = fieldsOf(request).get('_form') ?? request.headers['x-tereze-form'] ?? ''
    if (!context.port(formTokens).isTokenOf(actor.session, token)) return refusalPage(frame, refuse(requestForged))
    await open.end(request.cookies[sessionCookie])
    await context.port(signInDesk).record({
      operation: definition.name,
      account: actor.id,
      outcome: 'done',
      actor,
      correlation: context.correlation,
    })
  }
  return redirect('/sign-out', [open.clearCookie])
})
