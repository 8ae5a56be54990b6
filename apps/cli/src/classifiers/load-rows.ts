import type { Platform } from '@tereze/server'
import type { Caller } from '../commands/caller.ts'
import { loadTable, refusedRows } from '../tables/load-table.ts'

/** What came of rows: how many are new, differ, are as they were; and of those refused, which and why. */
export interface LoadedRows {
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly refused: readonly { readonly place: number; readonly column: string | null; readonly says: string }[]
}

/** As many as a register takes in one file, by number and by size. */
const atOnce = 50_000
const largest = 18 * 1024 * 1024

function* files(rows: readonly Readonly<Record<string, unknown>>[]): Generator<{ from: number; content: Uint8Array }> {
  let lines: string[] = []
  let size = 0
  let from = 0
  const file = () => ({ from, content: new TextEncoder().encode(lines.join('\n')) })
  for (const [place, row] of rows.entries()) {
    const line = JSON.stringify(row)
    if (lines.length === atOnce || size + line.length * 2 > largest) {
      yield file()
      lines = []
      size = 0
      from = place
    }
    lines.push(line)
    size += line.length * 2
  }
  if (lines.length > 0) yield file()
}

/** Loads rows into a register in as many files as it takes; `place` of a refused one is counted from zero. */
export async function loadRows(
  platform: Platform,
  calls: Caller,
  place: { readonly organisation: string; readonly register: string; readonly name: string },
  rows: readonly Readonly<Record<string, unknown>>[],
  key: string | null,
  isDryRun: boolean,
): Promise<LoadedRows> {
  const told = { added: 0, changed: 0, same: 0, refused: [] as LoadedRows['refused'][number][] }
  for (const { from, content } of files(rows)) {
    const file = { ...place, name: `${place.name}.ndjson`, content }
    const loaded = await loadTable(
      platform,
      calls,
      file,
      proposed => ({ ...proposed, key, decimal: 'point', dates: null, empty: 'remove' }),
      isDryRun,
    )
    told.added += loaded.shown.added
    told.changed += loaded.shown.changed
    told.same += loaded.shown.same
    const given = { organisation: place.organisation, import: loaded.import }
    for await (const { row, column, says } of refusedRows(calls, given))
      told.refused.push({ place: from + row - 1, column, says })
  }
  return told
}
