import type { Files } from '../generate/generate-package.ts'
import { writeJson } from '../generate/write-json.ts'
import { isObject } from '../places.ts'
import { textOf, treeOf } from './file-tree.ts'
import { type Change, type Choices, type Conflict, changesBetween, merge } from './merge.ts'
import { partsOf, sameParts } from './parts-of.ts'

/** The file of a package that says what of it was generated, by file and part. It is no part of what is published. */
export const recordFile = '.generated.json'

type Recorded = ReadonlyMap<string, ReadonlyMap<string, string>>

/** What becomes of one file. */
export interface FileOutcome {
  readonly path: string
  readonly state: 'new' | 'same' | 'changed' | 'removed'
  /** The file as it is to be; null: there is to be none. */
  readonly text: string | null
  readonly changes: readonly Change[]
  readonly conflicts: readonly Conflict[]
  /** Whether it holds edits by hand that stay. */
  readonly edited: boolean
}

/** What becomes of a package. */
export interface Regenerated {
  readonly files: readonly FileOutcome[]
  /** The text of the record that goes with them. */
  readonly record: string
}

function readRecord(text: string | undefined): Recorded {
  const files = text === undefined ? undefined : (JSON.parse(text) as { files?: unknown }).files
  if (!isObject(files)) return new Map()
  return new Map(
    Object.entries(files).map(([path, parts]) => [
      path,
      new Map(Object.entries(isObject(parts) ? parts : {}).map(([place, hash]) => [place, String(hash)])),
    ]),
  )
}

/** Places of conflicts that somebody decided: `<file>#<place>`. */
export interface Decided {
  readonly take: readonly string[]
  readonly keep: readonly string[]
}

function choicesFor(path: string, { take, keep }: Decided): Choices {
  return { take: place => take.includes(`${path}#${place}`), keep: place => keep.includes(`${path}#${place}`) }
}

/** The parts to record: as generated now, but for conflicts that stay open as they were recorded. */
function recordedAfter(
  next: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, string>,
  conflicts: readonly Conflict[],
): [string, string][] {
  const isOpen = (place: string) =>
    conflicts.some(conflict => place === conflict.place || place.startsWith(`${conflict.place}/`))
  return [...[...next].filter(([place]) => !isOpen(place)), ...[...before].filter(([place]) => isOpen(place))].toSorted(
    ([a], [b]) => (a < b ? -1 : 1),
  )
}

/**
 * Puts a newly generated package over one that may have been edited by hand. Nothing edited is lost: parts that only the
 * regulation changed follow it, parts that only a hand changed stay, parts that both changed stay and are told. Files that were
 * never generated are left alone.
 * @param current the files of the package as they are, with its record where there is one.
 */
export function regenerate(current: Files, generated: Files, decided: Decided = { take: [], keep: [] }): Regenerated {
  const recorded = readRecord(current[recordFile])
  const paths = [...new Set([...Object.keys(generated), ...recorded.keys()])].toSorted()
  const record: [string, [string, string][]][] = []
  const files = paths.flatMap((path): FileOutcome[] => {
    const before = recorded.get(path) ?? new Map<string, string>()
    const [mineText, theirText] = [current[path], generated[path]]
    const mine = mineText === undefined ? undefined : treeOf(path, mineText)
    const theirs = theirText === undefined ? undefined : treeOf(path, theirText)
    const { value, conflicts } = merge(mine, theirs, before, choicesFor(path, decided))
    const next = partsOf(theirs)
    const parts = recordedAfter(next, before, conflicts)
    if (parts.length > 0) record.push([path, parts])
    const whole = partsOf(value)
    const edited = value !== undefined && !sameParts(whole, next)
    const changes = changesBetween(mine, value)
    if (value === undefined)
      return mineText === undefined ? [] : [{ path, state: 'removed', text: null, changes, conflicts, edited: false }]
    if (mineText !== undefined && changes.length === 0 && sameParts(whole, partsOf(mine)))
      return [{ path, state: 'same', text: mineText, changes, conflicts, edited }]
    const text = edited ? textOf(path, value) : (theirText ?? textOf(path, value))
    return [{ path, state: mineText === undefined ? 'new' : 'changed', text, changes, conflicts, edited }]
  })
  const shown = Object.fromEntries(record.map(([path, parts]) => [path, Object.fromEntries(parts)]))
  return { files, record: writeJson({ format: 1, files: shown }) }
}
