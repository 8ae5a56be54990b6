import { createHash } from 'node:crypto'
import { type Clock, createIds, type Ids } from '@tereze/foundation-operations'

/** Ids that come out the same in every run of a story, in the order in which they are made. */
export function storyIds(seed: string, clock: Clock): Ids {
  let counter = 0
  return createIds(clock, length => {
    const bytes = Buffer.alloc(length)
    const drawn = createHash('sha256').update(`${seed}\n${counter++}`).digest()
    for (let index = 0; index < length; index++) bytes[index] = drawn[index % drawn.length] ?? 0
    return bytes
  })
}
