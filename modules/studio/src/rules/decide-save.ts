import { type Refused, refuse } from '@tereze/operation'
import {
  draftTooLarge,
  fileChanged,
  fileTooLarge,
  largestDraft,
  largestFile,
  mostFiles,
  pathUnknown,
} from '../contract/index.ts'
import { isPackagePath } from './decide-path.ts'

/** A file as the draft has it. */
export interface FileNow {
  readonly path: string
  readonly text: string
  readonly revision: number
}

/** A file that somebody wants to save. */
export interface FileWanted {
  readonly path: string
  readonly text: string | null
  readonly revision: number | null
}

/** One file that a revision changes; text null: removed. */
export interface Change {
  readonly path: string
  readonly change: 'added' | 'changed' | 'removed'
  readonly text: string | null
}

/** Who saved a revision, and when. */
export interface SavedBy {
  readonly by: string
  readonly at: string
}

/** What a revision changes to bring files from one state to another; what stays is left out. */
export function changesBetween(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly Change[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort()
  return paths.flatMap((path): Change[] => {
    const [was, is] = [before.get(path), after.get(path)]
    if (was === is) return []
    if (is === undefined) return [{ path, change: 'removed', text: null }]
    return [{ path, change: was === undefined ? 'added' : 'changed', text: is }]
  })
}

/** Why a file may not be written; null: it may. `pointer` says which part of the input it is. */
function decideFile(path: string, text: string, pointer: string) {
  if (!isPackagePath(path)) return refuse(pathUnknown, { pointer, params: { path } })
  if (text.length > largestFile) return refuse(fileTooLarge, { pointer, params: { path, limit: largestFile } })
  return null
}

/** Why files may not be together in a draft; null: they may. */
function decideSize(files: ReadonlyMap<string, string>) {
  let all = 0
  for (const text of files.values()) all += text.length
  if (files.size > mostFiles) return refuse(draftTooLarge, { params: { limit: mostFiles } })
  if (all > largestDraft) return refuse(draftTooLarge, { params: { limit: largestDraft } })
  return null
}

/**
 * What saving changes, or why it may not be. A file that somebody changed since it was read is refused with who and when, unless it
 * already is what is wanted.
 */
export function decideSave(
  now: readonly FileNow[],
  wanted: readonly FileWanted[],
  savedBy: (path: string) => SavedBy | null,
):
  | readonly Change[]
  | Refused<'studio.file-changed' | 'studio.path-unknown' | 'studio.file-too-large' | 'studio.draft-too-large'> {
  const present = new Map(now.map(file => [file.path, file]))
  const before = new Map(now.map(({ path, text }) => [path, text]))
  const after = new Map(before)
  for (const [index, { path, text, revision }] of wanted.entries()) {
    const file = present.get(path)
    if ((file?.revision ?? null) !== revision && (file?.text ?? null) !== text) {
      const saved = savedBy(path)
      return refuse(fileChanged, {
        pointer: `/files/${index}`,
        params: { path, by: saved?.by ?? '', at: saved?.at ?? '' },
      })
    }
    if (text === null) after.delete(path)
    else after.set(path, text)
  }
  const changes = changesBetween(before, after)
  // What is there already stands: a published package may have come with a file that nobody could write.
  for (const { path, text } of changes) {
    const place = wanted.findIndex(one => one.path === path)
    const refused = text === null ? null : decideFile(path, text, `/files/${place}/path`)
    if (refused !== null) return refused
  }
  return decideSize(after) ?? changes
}
