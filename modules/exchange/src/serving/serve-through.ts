import { isRefused, type Refused, refuse } from '@tereze/operation'
import { answerAwaited, memberAnswerWrong, providerUnavailable } from '../contract/message.ts'
import type { OutsideLine } from '../ports/outside-line.ts'

/** What serving a message gave. */
export type Served = { readonly reply: string } | { readonly awaits: string } | Refused

/** Serves a message; where the provider's own system is to be asked first, asks it between two transactions. */
export async function serveThrough(
  serve: () => Promise<Served>,
  outside: OutsideLine,
  provider: string,
): Promise<{ readonly reply: string } | Refused> {
  const first = await serve()
  if (isRefused(first) || 'reply' in first) return first
  const carried = await outside.carry(provider, first.awaits)
  if (carried === 'over') {
    const second = await serve()
    return isRefused(second) || 'reply' in second ? second : refuse(answerAwaited, { params: { provider } })
  }
  if (carried === 'awaited') return refuse(answerAwaited, { params: { provider } })
  const { reason, detail } = carried
  return reason === 'answer-wrong'
    ? refuse(memberAnswerWrong, { params: { provider, detail } })
    : refuse(providerUnavailable, { params: { provider, reason } })
}
