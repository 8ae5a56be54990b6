import type { Language } from '@tereze/operation'
import { describeChanges } from './describe-changes.ts'

/** What became of a file. */
export type FileChange = 'new' | 'changed' | 'removed'

/** A file that differs between two versions of a package. */
export interface ComparedFile {
  readonly path: string
  readonly change: FileChange
  /** What it says otherwise, in words; null where it is new, gone, or has no meaning beyond its lines. */
  readonly meaning: readonly string[] | null
}

/** The regulation comes first, for everything else follows from it. */
const first = ['digital-regulation.json', 'regulation.json', 'service.json']

function inOrder(one: string, other: string): number {
  const [a, b] = [one, other].map(path => (first.includes(path) ? first.indexOf(path) : first.length))
  return (a ?? 0) - (b ?? 0) || (one < other ? -1 : 1)
}

/** What one version of a package says otherwise than another, file by file, in words of a language. */
export async function comparePackages(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  language: Language,
): Promise<readonly ComparedFile[]> {
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter(path => before.get(path) !== after.get(path))
  return Promise.all(
    paths.toSorted(inOrder).map(async (path): Promise<ComparedFile> => {
      const [was, is] = [before.get(path) ?? null, after.get(path) ?? null]
      const change = was === null ? 'new' : is === null ? 'removed' : 'changed'
      return { path, change, meaning: await describeChanges(path, was, is, language) }
    }),
  )
}
