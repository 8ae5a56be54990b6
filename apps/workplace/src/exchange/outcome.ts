import { addressForbidden, deliverMessage, type listMessages, replyWrong } from '@tereze/exchange/contract'
import type { OutputOf } from '@tereze/operation'

/** A line of the log; a platform that knows the titles of its contract and purpose tells them. */
export type LogLine = OutputOf<typeof listMessages>['items'][number]

/** What the log writes for a message that came through. */
export const delivered = 'done'

/** Every way a message can end, the good one first: what the contract declares, and what the asking side finds out itself. */
export const outcomes: readonly string[] = [
  delivered,
  ...[...deliverMessage.refusals, replyWrong, addressForbidden].map(refusal => refusal.code),
]

/** `tax-agency.income-by-person@1` as its parts: what is asked for in readable words, and the version. */
export function readContract(contract: string): { readonly what: string; readonly version: string } {
  const [, name = contract, version = ''] = /^[^.]*\.([^@]*)@(.*)$/.exec(contract) ?? []
  return { what: readable(name), version }
}

/** A kebab-case name as words. */
export function readable(name: string): string {
  const words = name.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
