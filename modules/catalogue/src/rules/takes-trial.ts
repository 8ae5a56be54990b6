/**
 * Whether something new that is known by a key takes the version on trial. It follows from the names and the key alone, so that every
 * node says the same; who takes it at one share takes it at each larger one.
 * @param trial the version on trial, `kind:id@version`: each trial has its own order of keys.
 * @param share percent of all keys, 0 to 50.
 */
export function takesTrial(trial: string, key: string, share: number): boolean {
  return placeOf(`${trial}\n${key}`) < share * 100
}

/** A place among 10 000 that looks like chance: FNV-1a over UTF-16 units, mixed as MurmurHash3 ends. */
function placeOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) % 10_000
}
