/** Files of a package as texts by path. */
export type Files = ReadonlyMap<string, string>

/** A file that is other than it was. */
export interface ChangedFile {
  readonly path: string
  readonly change: 'added' | 'changed' | 'removed'
}

/** Files as a map by path. What says which parts were generated is no part of a package. */
export function filesOf(files: readonly { readonly path: string; readonly text: string }[]): Files {
  return new Map(files.filter(({ path }) => !path.startsWith('.')).map(({ path, text }) => [path, text]))
}

/** What is other than before, sorted by path. */
export function changedFiles(before: Files, after: Files): readonly ChangedFile[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter(path => before.get(path) !== after.get(path))
    .sort()
    .map(path => ({ path, change: !before.has(path) ? 'added' : after.has(path) ? 'changed' : 'removed' }))
}
