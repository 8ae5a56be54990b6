/** What of a delivered case tells whether it can be closed for good. */
export interface Delivered {
  readonly status: string
  readonly appeal: 'none' | 'open' | 'upheld' | 'dismissed'
  /** From when nothing can follow; null while there is no decision. */
  readonly closingTime: Date | null
  /** Processes that still run, and tasks that are still open. */
  readonly open: number
}

const day = 86_400_000

/**
 * Whether a delivered case is closed for good now, or when it is to be looked at again: when its terms are over, and as long as an
 * appeal, a correction or anything else of it is open, every day. Null: not at all, it is not delivered any more.
 */
export function decideClosing(of: Delivered, now: Date): 'close' | { readonly again: Date } | null {
  if (of.status !== 'delivered' || of.closingTime === null) return null
  if (of.closingTime > now) return { again: of.closingTime }
  return of.appeal === 'open' || of.open > 0 ? { again: new Date(now.getTime() + day) } : 'close'
}
