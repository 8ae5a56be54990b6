import { requestForged, respond } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { usePaperCode as definition, recoveryCodeWrong, signInExpired } from '../contract/index.ts'
import { openIdProvider } from '../openid/provider.ts'
import { redirect } from '../pages/page.ts'
import { refusalPage } from '../pages/refusal-page.ts'
import { recoveries } from '../recovery.ts'
import { fieldsOf, frameOf, interactionOf, isOwnForm, signInDesk } from '../sign-in-desk.ts'
import { drawWays } from './show-interaction.ts'

/** Takes a paper code, ends everything that opened the account before, and goes on with the sign-in. */
export const usePaperCode = respond(definition, async (request, context) => {
  const interaction = await interactionOf(request, context)
  const { frame } = frameOf(request, context, interaction)
  if (interaction === null || interaction.asks !== 'login') return refusalPage(frame, refuse(signInExpired))
  if (!isOwnForm(request, interaction.uid, context)) return refusalPage(frame, refuse(requestForged))
  const account = await context.port(recoveries).use((fieldsOf(request).get('paper') ?? '').slice(0, 40))
  if (account === null) return drawWays(request, context, interaction, refuse(recoveryCodeWrong, { pointer: '/paper' }))
  const { actor, correlation } = context
  await context.port(signInDesk).record({ operation: definition.name, account, outcome: 'done', actor, correlation })
  const login = { account, assurance: 'substantial' } as const
  return redirect(await context.port(openIdProvider).finishLogin(interaction.uid, login, request.cookies))
})
