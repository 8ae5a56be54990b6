import { respond } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { showChallenge as definition, signInExpired } from '../contract/index.ts'
import { refusalPage } from '../pages/refusal-page.ts'
import { challengeOf, frameOf, interactionOf } from '../sign-in-desk.ts'

/** Gives what is signed to sign in with a certificate, to the browser that began the sign-in. */
export const showChallenge = respond(definition, async (request, context) => {
  const interaction = await interactionOf(request, context)
  const { frame } = frameOf(request, context, interaction)
  if (interaction === null || interaction.asks !== 'login') return refusalPage(frame, refuse(signInExpired))
  return {
    status: 200,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': 'attachment; filename="sign-in.txt"',
      'cache-control': 'no-store',
    },
    body: challengeOf(interaction.uid, context),
  }
})
