import { type ProtocolContext, respond } from '@tereze/foundation-operations'
import { type ProtocolReply, type ProtocolRequest, type Refused, refusalStatus, refuse } from '@tereze/operation'
import { codes } from '../codes.ts'
import { showCode as definition, signInExpired, signInUnavailable } from '../contract/index.ts'
import { formTokens } from '../form-tokens.ts'
import type { OpenInteraction } from '../openid/provider.ts'
import { codePage } from '../pages/code-page.ts'
import { redirect } from '../pages/page.ts'
import { refusalPage } from '../pages/refusal-page.ts'
import type { DemoIdentity, DemoSignIn } from '../ports/demo-sign-in.ts'
import { frameOf, interactionOf, signInDesk, tokenSubject, withCookies } from '../sign-in-desk.ts'

/** The page that asks for the code; `refused` says what was wrong with the one before. */
export async function drawCode(
  request: ProtocolRequest,
  context: ProtocolContext,
  { demo, interaction, identity }: { demo: DemoSignIn; interaction: OpenInteraction; identity: DemoIdentity },
  refused: Refused | null = null,
): Promise<ProtocolReply> {
  const { frame, cookies } = frameOf(request, context, interaction)
  const { uid } = interaction
  const page = codePage(frame, {
    identity,
    shownCode: await demo.shownCode(identity),
    token: context.port(formTokens).tokenOf(tokenSubject(uid, context)),
    refused,
    back: `/sign-in/interaction/${uid}`,
    ...(refused === null ? {} : { status: refusalStatus[refused.is] }),
  })
  return withCookies(page, cookies)
}

/** Asks for the one-time code. */
export const showCode = respond(definition, async (request, context) => {
  const { frame } = frameOf(request, context)
  const { demo } = context.port(signInDesk)
  const interaction = await interactionOf(request, context)
  if (interaction === null) return refusalPage(frame, refuse(signInExpired))
  if (demo === null) return refusalPage(frame, refuse(signInUnavailable))
  const { uid } = interaction
  const account = await context.port(codes).accountOf(uid)
  const identity = account === null ? null : await demo.find(account)
  if (identity === null) return redirect(`/sign-in/interaction/${uid}`)
  return drawCode(request, context, { demo, interaction, identity })
})
