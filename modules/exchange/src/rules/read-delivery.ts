import type { OutgoingReply } from '@tereze/foundation-http'
import type { Delivered } from '../ports/peer-line.ts'

/** Codes of the exchange that another attempt may turn into an answer. */
const passing: ReadonlySet<string> = new Set([
  'exchange.provider-unavailable',
  'exchange.message-stale',
  'exchange.service-paused',
  'exchange.rate-exceeded',
  'exchange.answer-awaited',
  'exchange.member-answer-wrong',
  'exchange.answer-unbound',
  'exchange.consent-awaited',
  'exchange.file-awaited',
  'exchange.answer-unknown',
  'exchange.revocation-unknown',
])

/** Whether another attempt at a message that ended under a code may give an answer. */
export function mayPass(code: string): boolean {
  return passing.has(code) || code === 'operations.platform-failed'
}

/** What an HTTP answer to a message means: the reply, the refusal of the provider, or nothing that can be believed. */
export function readDelivery(answer: OutgoingReply): Delivered {
  if (!answer.ok) {
    const code = answer.problem === 'address-forbidden' ? 'exchange.address-forbidden' : 'exchange.provider-unavailable'
    return answer.problem === 'too-large' ? lie : { code, retry: mayPass(code) }
  }
  const text = answer.body.toString('utf8').trim()
  if (answer.status === 200) return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text) ? { reply: text } : lie
  if (answer.status === 429 || answer.status >= 500) {
    const named = codeOf(text)
    const code = named?.startsWith('exchange.') ? named : 'exchange.provider-unavailable'
    return { code, retry: true }
  }
  const code = codeOf(text)
  return code?.startsWith('exchange.') ? { code, retry: mayPass(code) } : lie
}

/** An answer that is none: tried again it would be none again. */
const lie: Delivered = { code: 'exchange.reply-wrong', retry: false }

function codeOf(text: string): string | null {
  try {
    const { code } = JSON.parse(text) as { code?: unknown }
    return typeof code === 'string' && /^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/.test(code) ? code : null
  } catch {
    return null
  }
}
