import { requestForged, respond } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { checkPassword as definition, signInExpired } from '../contract/index.ts'
import { openIdProvider } from '../openid/provider.ts'
import { redirect } from '../pages/page.ts'
import { refusalPage } from '../pages/refusal-page.ts'
import { knownBrowserCookie, passwords } from '../passwords.ts'
import { decideAssurance } from '../rules/decide-assurance.ts'
import { fieldsOf, frameOf, interactionOf, isOwnForm, recordRefusal } from '../sign-in-desk.ts'
import { drawWays } from './show-interaction.ts'

/** Checks name, password and code, and goes on with the sign-in. Which of them was wrong, nobody is told. */
export const checkPassword = respond(definition, async (request, context) => {
  const interaction = await interactionOf(request, context)
  const { frame } = frameOf(request, context, interaction)
  if (interaction === null || interaction.asks !== 'login') return refusalPage(frame, refuse(signInExpired))
  if (!isOwnForm(request, interaction.uid, context)) return refusalPage(frame, refuse(requestForged))
  const fields = fieldsOf(request)
  const checked = await context.port(passwords).check({
    login: (fields.get('login') ?? '').trim().toLowerCase().slice(0, 60),
    password: (fields.get('password') ?? '').slice(0, 128),
    code: (fields.get('code') ?? '').slice(0, 12),
    address: request.address ?? '',
    known: request.cookies[knownBrowserCookie],
  })
  if ('refused' in checked) {
    if (checked.account !== null) await recordRefusal(context, definition.name, checked.account, checked.refused)
    return drawWays(request, context, interaction, checked.refused)
  }
  const assurance = decideAssurance({ by: 'password', second: checked.second })
  const login = { account: checked.account, assurance }
  return redirect(await context.port(openIdProvider).finishLogin(interaction.uid, login, request.cookies), [
    checked.cookie,
  ])
})
