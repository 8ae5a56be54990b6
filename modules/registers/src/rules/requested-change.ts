import type { RequestedChange } from '../contract/change.ts'
import type { StoredChange } from '../store/changes.ts'
import type { Difference } from './leaves.ts'

/** A change as it is told: without its content. */
export function told(change: StoredChange): RequestedChange {
  const { data: _data, ground: _ground, resultRecord, ...rest } = change
  return { ...rest, record: rest.record ?? resultRecord }
}

/** Differences as they are told: a value that is absent has no member. */
export function toldDifferences(differences: readonly Difference[]) {
  return differences.map(({ pointer, before, after }) => ({
    pointer,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  }))
}
