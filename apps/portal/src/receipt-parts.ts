import type { ConsentState } from '@tereze/access/contract'
import type { MarkedLine } from '@tereze/audit/contract'

/** What checking a receipt found. */
export interface FoundReceipt {
  readonly genuine: boolean
  readonly state: ConsentState | null
  /** Its place in the log; null where nothing was looked up, because the signature does not hold. */
  readonly place: MarkedLine | null
}

/** Parts of a receipt that hold or not, in the order in which they rest on each other; null: not looked at. */
export interface ReceiptParts {
  readonly signature: boolean
  readonly line: boolean | null
  readonly tree: boolean | null
}

/** Which parts of a receipt hold: the signature over the record, the line of the log that names it, the line's place in the signed tree. */
export function receiptParts({ genuine, place }: FoundReceipt): ReceiptParts {
  if (!genuine || place === null) return { signature: genuine, line: null, tree: null }
  const { state } = place
  if (state === 'missing' || state === 'changed') return { signature: true, line: false, tree: null }
  return { signature: true, line: true, tree: state === 'awaited' ? null : state === 'proved' }
}

/** The instant of the last event that a record of ISO/IEC TS 27560 tells of; null where it tells of none. */
export function recordedAt(record: Readonly<Record<string, unknown>> | null): string | null {
  const events = Array.isArray(record?.events) ? (record.events as readonly { readonly event_time?: unknown }[]) : []
  const last = events.at(-1)?.event_time
  return typeof last === 'string' && !Number.isNaN(Date.parse(last)) ? last : null
}
