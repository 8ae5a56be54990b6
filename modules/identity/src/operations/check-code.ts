import { type ProtocolContext, requestForged, respond } from '@tereze/foundation-operations'
import { type ProtocolRequest, type Refused, refuse } from '@tereze/operation'
import { codes } from '../codes.ts'
import { codeWrong, checkCode as definition, signInExpired, signInUnavailable } from '../contract/index.ts'
import { openIdProvider } from '../openid/provider.ts'
import { redirect } from '../pages/page.ts'
import { refusalPage } from '../pages/refusal-page.ts'
import { fieldsOf, frameOf, interactionOf, isOwnForm, recordRefusal } from '../sign-in-desk.ts'
import { isSomebody, smsCodes } from '../sms-codes.ts'
import { drawCode, type Receiver, receiverOf, sendsCodes } from './show-code.ts'

/** Sends another code to whoever gets those of the sign-in. */
function sendAgain(
  request: ProtocolRequest,
  context: ProtocolContext,
  uid: string,
  { account, demo }: Receiver,
): Promise<Refused | null> {
  if (demo !== null) return context.port(codes).send(uid, demo)
  const byPhone = context.port(smsCodes)
  return byPhone === null ? Promise.resolve(refuse(signInUnavailable)) : byPhone.again(uid, account, request.address)
}

/** Checks the one-time code, or sends another. */
export const checkCode = respond(definition, async (request, context) => {
  const { frame } = frameOf(request, context)
  const interaction = await interactionOf(request, context)
  if (interaction === null) return refusalPage(frame, refuse(signInExpired))
  if (!sendsCodes(context)) return refusalPage(frame, refuse(signInUnavailable))
  if (!isOwnForm(request, interaction.uid, context)) return refusalPage(frame, refuse(requestForged))
  const { uid } = interaction
  const receiver = await receiverOf(uid, context)
  if (receiver === null) return redirect(`/sign-in/interaction/${uid}`)
  const again = async (refused: Refused) => {
    if (isSomebody(receiver.account)) await recordRefusal(context, definition.name, receiver.account, refused)
    return drawCode(request, context, { interaction, receiver }, refused)
  }
  const fields = fieldsOf(request)
  if (fields.get('again') !== null) {
    const refused = await sendAgain(request, context, uid, receiver)
    return refused === null ? redirect(`/sign-in/interaction/${uid}/code`) : again(refused)
  }
  const { account, refused } = await context.port(codes).check(uid, fields.get('code') ?? '')
  if (refused !== null) return again(refused)
  // Who guesses the code of a number that nobody has is not signed in as nobody.
  if (!isSomebody(account)) return again(refuse(codeWrong, { pointer: '/code', params: { left: 0 } }))
  const login = { account, assurance: 'substantial' } as const
  return redirect(await context.port(openIdProvider).finishLogin(uid, login, request.cookies))
})
