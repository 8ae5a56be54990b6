import { requestForged, respond } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { codes } from '../codes.ts'
import { checkCode as definition, signInExpired, signInUnavailable } from '../contract/index.ts'
import { openIdProvider } from '../openid/provider.ts'
import { redirect } from '../pages/page.ts'
import { refusalPage } from '../pages/refusal-page.ts'
import { fieldsOf, frameOf, interactionOf, isOwnForm, recordRefusal, signInDesk } from '../sign-in-desk.ts'
import { drawCode } from './show-code.ts'

/** Checks the one-time code, or sends another. */
export const checkCode = respond(definition, async (request, context) => {
  const { frame } = frameOf(request, context)
  const { demo } = context.port(signInDesk)
  const interaction = await interactionOf(request, context)
  if (interaction === null) return refusalPage(frame, refuse(signInExpired))
  if (demo === null) return refusalPage(frame, refuse(signInUnavailable))
  if (!isOwnForm(request, interaction.uid, context)) return refusalPage(frame, refuse(requestForged))
  const { uid } = interaction
  const desk = context.port(codes)
  const account = await desk.accountOf(uid)
  const identity = account === null ? null : await demo.find(account)
  if (identity === null) return redirect(`/sign-in/interaction/${uid}`)
  const fields = fieldsOf(request)
  if (fields.get('again') !== null) {
    const refused = await desk.send(uid, identity)
    if (refused === null) return redirect(`/sign-in/interaction/${uid}/code`)
    await recordRefusal(context, definition.name, identity.id, refused)
    return drawCode(request, context, { demo, interaction, identity }, refused)
  }
  const { account: signedIn, refused } = await desk.check(uid, fields.get('code') ?? '')
  if (refused !== null) {
    await recordRefusal(context, definition.name, identity.id, refused)
    return drawCode(request, context, { demo, interaction, identity }, refused)
  }
  const login = { account: signedIn, assurance: 'substantial' } as const
  return redirect(await context.port(openIdProvider).finishLogin(uid, login, request.cookies))
})
