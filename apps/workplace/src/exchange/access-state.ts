import type { Access } from '@tereze/exchange/contract'

/** How an access stands on a day. */
export type AccessState = 'valid' | 'ending' | 'later' | 'ended' | 'revoked'
/** Every state, in the order of a filter. */
export const accessStates = ['valid', 'ending', 'later', 'ended', 'revoked'] as const

/** Days before its end from which an access is said to end soon. */
const soon = 30
const day = 86_400_000

/** How an access stands on a day (`YYYY-MM-DD`): it may end within thirty days, begin later, be over, or have been taken back. */
export function accessState(access: Pick<Access, 'from' | 'until' | 'revoked'>, today: string): AccessState {
  if (access.revoked !== null) return 'revoked'
  if (access.until < today) return 'ended'
  if (access.from !== null && access.from > today) return 'later'
  return Date.parse(access.until) - Date.parse(today) <= soon * day ? 'ending' : 'valid'
}
