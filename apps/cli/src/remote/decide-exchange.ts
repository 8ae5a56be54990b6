/** A file as it was when it was read from the draft. */
export interface KnownFile {
  readonly revision: number
  readonly sha256: string
}

/** A file of the draft now. */
export interface DraftText {
  readonly path: string
  readonly text: string
  readonly revision: number
}

type Hash = (text: string) => string

/** What of a folder is other than when it was read: texts, or null for what was removed. */
export function decidePush(
  here: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, KnownFile>,
  hash: Hash,
): { readonly path: string; readonly text: string | null; readonly revision: number | null }[] {
  const written = [...here].flatMap(([path, text]) => {
    const before = known.get(path)
    return before?.sha256 === hash(text) ? [] : [{ path, text, revision: before?.revision ?? null }]
  })
  const removed = [...known].flatMap(([path, { revision }]) => (here.has(path) ? [] : [{ path, text: null, revision }]))
  return [...written, ...removed]
}

/**
 * What pulling writes into a folder: what changed in the draft only. What changed here only stays; what changed on both sides to other
 * texts is a conflict, and then nothing is to be written.
 */
export function decidePull(
  here: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, KnownFile>,
  draft: readonly DraftText[],
  hash: Hash,
): { readonly write: ReadonlyMap<string, string | null>; readonly conflicts: readonly string[] } {
  const there = new Map(draft.map(({ path, text }) => [path, text]))
  const write = new Map<string, string | null>()
  const conflicts: string[] = []
  for (const path of new Set([...here.keys(), ...known.keys(), ...there.keys()])) {
    const [own, theirs] = [here.get(path) ?? null, there.get(path) ?? null]
    if (own === theirs) continue
    const before = known.get(path)?.sha256 ?? null
    const isSame = (text: string | null) => (text === null ? before === null : hash(text) === before)
    if (isSame(theirs)) continue
    if (isSame(own)) write.set(path, theirs)
    else conflicts.push(path)
  }
  return { write, conflicts: conflicts.sort() }
}
