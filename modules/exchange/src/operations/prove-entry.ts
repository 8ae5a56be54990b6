import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { entryNotFound, proveEntry } from '../contract/log.ts'
import { proveLeaf } from '../serving/prove-leaf.ts'
import { listLeavesOf } from '../store/log.ts'

/** Proves the newest entry of a message of one's own log. */
export const proveEntryHandler = handle(proveEntry, {
  tenant: input => input.organisation,
  async run({ organisation, message, direction }, { tx }) {
    const leaves = await listLeavesOf(tx, organisation, message)
    const found = leaves.filter(({ entry }) => entry.direction === direction).sort((a, b) => b.index - a.index)[0]
    const proof = found === undefined ? null : await proveLeaf(tx, organisation, found.index)
    if (found === undefined || proof === null) return refuse(entryNotFound, { pointer: '/message' })
    const { size, proved } = proof
    const time = /^time (.+)$/m.exec(proved.checkpoint)?.[1]
    if (time === undefined) throw new Error(`a checkpoint of ${organisation} has no time`)
    return { entry: found.entry, ...proved, size, time }
  },
})
