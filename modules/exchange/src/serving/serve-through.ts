import { isRefused, type Refused, refuse } from '@tereze/operation'
import { consentAwaited } from '../contract/consent.ts'
import { answerAwaited, answerUnbound, memberAnswerWrong, providerUnavailable } from '../contract/message.ts'
import type { OutsideLine } from '../ports/outside-line.ts'

/** What serving a message gave: the reply, or the id of the message whose question is to be asked first. */
export type Served = { readonly reply?: string; readonly awaits?: string; readonly consent?: string } | Refused

/** Serves a message; where the provider's own system is to be asked first, asks it between two transactions. */
export async function serveThrough(
  serve: () => Promise<Served>,
  outside: OutsideLine,
  provider: string,
): Promise<{ readonly reply: string } | Refused> {
  const first = await serve()
  if (isRefused(first)) return first
  if (first.reply !== undefined) return { reply: first.reply }
  if (first.consent !== undefined) return refuse(consentAwaited, { params: { provider } })
  const carried = first.awaits === undefined ? 'awaited' : await outside.carry(provider, first.awaits)
  if (carried === 'over') {
    const second = await serve()
    if (isRefused(second)) return second
    return second.reply === undefined ? refuse(answerAwaited, { params: { provider } }) : { reply: second.reply }
  }
  if (carried === 'awaited') return refuse(answerAwaited, { params: { provider } })
  const { reason, detail } = carried
  if (reason === 'hash-wrong') return refuse(answerUnbound, { params: { provider } })
  return reason === 'answer-wrong'
    ? refuse(memberAnswerWrong, { params: { provider, detail } })
    : refuse(providerUnavailable, { params: { provider, reason } })
}
