import { createHash } from 'node:crypto'
import { type Clock, createIds, type Ids } from '@tereze/foundation-operations'
import { fixedClock } from './fixed-clock.ts'

/** Ids that come out the same in every run: UUIDv7 of the clock's instant and of bytes grown from `seed`. */
export function seededIds(seed = 'tereze', clock: Clock = fixedClock()): Ids {
  let counter = 0
  return createIds(clock, length => {
    let bytes = Buffer.alloc(0)
    while (bytes.length < length) {
      bytes = Buffer.concat([bytes, createHash('sha256').update(`${seed} ${counter++}`).digest()])
    }
    return bytes.subarray(0, length)
  })
}
