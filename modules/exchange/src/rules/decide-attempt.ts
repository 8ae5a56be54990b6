import type { Answer } from '../contract/message.ts'

/** What becomes of a queued message after an attempt. */
export type AfterAttempt =
  | { readonly state: 'answered' }
  | { readonly state: 'dead'; readonly code: string }
  | { readonly state: 'waiting'; readonly code: string; readonly due: Date }

const first = 5_000
const longest = 3_600_000

/** Pause before the next attempt, milliseconds: five seconds, doubled each time, an hour at most, spread by the message's id. */
export function pauseAfter(message: string, attempts: number): number {
  const whole = Math.min(longest, first * 2 ** Math.min(Math.max(attempts - 1, 0), 20))
  const spread = Number.parseInt(message.replaceAll('-', '').slice(-4), 16) / 0xffff
  return Math.round(whole * (0.75 + 0.25 * spread))
}

/** Decides what becomes of a message: answered, tried again while its term runs, or given up. */
export function decideAttempt(
  message: { id: string; attempts: number; giveUp: Date },
  answer: { readonly ok: true } | Extract<Answer, { ok: false }>,
  now: Date,
): AfterAttempt {
  if (answer.ok) return { state: 'answered' }
  const { code, retry } = answer
  if (!retry || now >= message.giveUp) return { state: 'dead', code }
  const due = new Date(Math.min(now.getTime() + pauseAfter(message.id, message.attempts), message.giveUp.getTime()))
  return { state: 'waiting', code, due }
}
