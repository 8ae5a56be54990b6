import { type ProtocolContext, respond } from '@tereze/foundation-operations'
import { type ProtocolReply, type ProtocolRequest, type Refused, refusalStatus, refuse } from '@tereze/operation'
import { codes } from '../codes.ts'
import { showCode as definition, signInExpired, signInUnavailable } from '../contract/index.ts'
import { formTokens } from '../form-tokens.ts'
import type { OpenInteraction } from '../openid/provider.ts'
import { codePage } from '../pages/code-page.ts'
import { redirect } from '../pages/page.ts'
import { refusalPage } from '../pages/refusal-page.ts'
import type { DemoIdentity } from '../ports/demo-sign-in.ts'
import { frameOf, interactionOf, signInDesk, tokenSubject, withCookies } from '../sign-in-desk.ts'
import { smsCodes } from '../sms-codes.ts'

/** Who gets the codes of a sign-in. */
export interface Receiver {
  readonly account: string
  /** Who it is in the demo, whose page shows the telephone; null outside, where nobody is told whose number it is. */
  readonly demo: DemoIdentity | null
  shownCode(identity: DemoIdentity): Promise<string | null>
}

/** Whether codes are sent here at all. */
export function sendsCodes(context: ProtocolContext): boolean {
  return context.port(signInDesk).demo !== null || context.port(smsCodes) !== null
}

/** Who gets the codes of a sign-in; null where none was asked for. */
export async function receiverOf(uid: string, context: ProtocolContext): Promise<Receiver | null> {
  const { demo } = context.port(signInDesk)
  const account = await context.port(codes).accountOf(uid)
  if (account === null) return null
  if (demo === null) return { account, demo: null, shownCode: async () => null }
  const identity = await demo.find(account)
  return identity === null ? null : { account, demo: identity, shownCode: one => demo.shownCode(one) }
}

/** The page that asks for the code; `refused` says what was wrong with the one before. */
export async function drawCode(
  request: ProtocolRequest,
  context: ProtocolContext,
  { interaction, receiver }: { interaction: OpenInteraction; receiver: Receiver },
  refused: Refused | null = null,
): Promise<ProtocolReply> {
  const { frame, cookies } = frameOf(request, context, interaction)
  const { uid } = interaction
  const page = codePage(frame, {
    name: receiver.demo?.name ?? null,
    phone: receiver.demo === null ? null : { shownCode: await receiver.shownCode(receiver.demo) },
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
  const interaction = await interactionOf(request, context)
  if (interaction === null) return refusalPage(frame, refuse(signInExpired))
  if (!sendsCodes(context)) return refusalPage(frame, refuse(signInUnavailable))
  const receiver = await receiverOf(interaction.uid, context)
  if (receiver === null) return redirect(`/sign-in/interaction/${interaction.uid}`)
  return drawCode(request, context, { interaction, receiver })
})
