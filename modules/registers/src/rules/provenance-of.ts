import type { StoredRecord } from '../store/records.ts'
import { leavesOf } from './leaves.ts'
import { sameValue } from './same-value.ts'

/** A value with the version that brought it. */
export interface ValueOrigin {
  readonly pointer: string
  readonly version: StoredRecord
}

/** The version over which another one was written: the newest earlier one that held on its first day, or was current. */
function written(over: StoredRecord, versions: readonly StoredRecord[]): StoredRecord | null {
  const earlier = versions.filter(({ version }) => version < over.version).sort((a, b) => b.version - a.version)
  const held = earlier.find(
    ({ validFrom, validTo }) => validFrom <= over.validFrom && (validTo === null || over.validFrom < validTo),
  )
  return held ?? earlier.find(({ validTo }) => validTo === null) ?? null
}

/**
 * Which version brought each value of a shown one: the first of the unbroken line of versions that hold the same value at
 * the same place.
 */
export function provenanceOf(shown: StoredRecord, versions: readonly StoredRecord[]): ValueOrigin[] {
  const line: StoredRecord[] = []
  for (let one: StoredRecord | null = shown; one !== null; one = written(one, versions)) line.push(one)
  const values = line.map(version => new Map(leavesOf(version.data).map(({ pointer, value }) => [pointer, value])))
  return leavesOf(shown.data).map(({ pointer, value }) => {
    let origin = 0
    while (origin + 1 < line.length) {
      const older = values[origin + 1]
      if (older === undefined || !older.has(pointer) || !sameValue(older.get(pointer), value)) break
      origin += 1
    }
    return { pointer, version: line[origin] ?? shown }
  })
}
