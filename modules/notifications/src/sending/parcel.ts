import type { JobContext } from '@tereze/foundation-operations'
import type { Language } from '@tereze/operation'
import type { Sent } from '../contract/index.ts'
import type { DueDelivery } from '../store/deliveries.ts'

/** A delivery on its way to an address. */
export interface Parcel {
  readonly tenant: string
  readonly delivery: DueDelivery
  readonly to: string
  readonly language: Language
  readonly context: JobContext
}

/** Sends by one channel; throws when the other side cannot be reached. */
export type Sender = (parcel: Parcel) => Promise<Sent>

/** Id under which the other side knows a repetition. */
export const idOf = (delivery: Pick<DueDelivery, 'message' | 'channel'>): string =>
  `${delivery.message}.${delivery.channel}`
