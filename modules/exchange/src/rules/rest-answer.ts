import type { OutgoingReply } from '@tereze/foundation-http'
import type { OutsideAnswer } from '../ports/outside-line.ts'

/** What an HTTP answer of a member's own system means: 2xx is a value, 4xx a refusal for good, all else may pass. */
export function readRestAnswer(reply: OutgoingReply, none: readonly number[]): OutsideAnswer {
  if (!reply.ok) return { problem: { reason: reply.problem, detail: '' } }
  const { status } = reply
  if (none.includes(status)) return { value: null }
  if (status === 202) return { awaited: true }
  if (status === 204) return { value: null }
  if (status >= 200 && status < 300) {
    try {
      return { value: JSON.parse(reply.body.toString('utf8')) as unknown }
    } catch {
      return { problem: { reason: 'unreadable', detail: String(status) } }
    }
  }
  // Not allowed to ask, too early, too often: that is between the systems and passes when it is mended.
  const passing = status < 400 || status >= 500 || [401, 403, 408, 425, 429].includes(status)
  return passing ? { problem: { reason: 'status', detail: String(status) } } : { refused: String(status) }
}
