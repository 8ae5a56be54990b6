import type { ClassifierRow, DraftRow, RowProblem } from './classifier-row.ts'

/** The rows of a classifier in their tree, and those that have no place in it. */
export interface PlacedRows {
  readonly rows: readonly ClassifierRow[]
  readonly problems: readonly RowProblem[]
}

const problem = (row: number, column: string, code: RowProblem['code'], value: string): RowProblem => ({
  row,
  column,
  code,
  value,
})

/** How deep a code stands; null where its line of parents comes back to itself or to one that was refused. */
function levelOf(
  code: string,
  parents: ReadonlyMap<string, string | null>,
  levels: Map<string, number>,
): number | null {
  const line: string[] = []
  let at: string | null = code
  while (at !== null && !levels.has(at)) {
    if (line.includes(at) || !parents.has(at)) return null
    line.push(at)
    at = parents.get(at) ?? null
  }
  let level = at === null ? 0 : (levels.get(at) ?? 0)
  for (const one of line.reverse()) levels.set(one, ++level)
  return levels.get(code) ?? null
}

/**
 * Gives each row its parent and its level. Refused are the second row of a code, rows whose parent is not in the file or leads
 * back to them, and those that name a successor which is not there. Parents come before what is under them. Pure.
 */
export function placeRows(drafts: readonly DraftRow[]): PlacedRows {
  const problems: RowProblem[] = []
  const byCode = new Map<string, DraftRow>()
  for (const draft of drafts) {
    if (byCode.has(draft.code)) problems.push(problem(draft.row, 'code', 'code.twice', draft.code))
    else byCode.set(draft.code, draft)
  }
  const parents = new Map<string, string | null>()
  for (const draft of byCode.values()) {
    const parent = draft.above.find(code => byCode.has(code)) ?? null
    const lost = draft.replacedBy.find(code => !byCode.has(code))
    if (parent === null && draft.needsParent)
      problems.push(problem(draft.row, 'parent', 'parent.unknown', draft.above[0] ?? ''))
    else if (lost !== undefined) problems.push(problem(draft.row, 'replaced_by', 'successor.unknown', lost))
    else parents.set(draft.code, parent)
  }
  const levels = new Map<string, number>()
  const rows: ClassifierRow[] = []
  for (const [code, parent] of parents) {
    const { above: _, needsParent: __, ...said } = byCode.get(code) as DraftRow
    const level = levelOf(code, parents, levels)
    if (level !== null) rows.push({ ...said, parent, level })
    else {
      const isHere = parent !== null && parents.has(parent)
      problems.push(problem(said.row, 'parent', isHere ? 'parent.circular' : 'parent.unknown', parent ?? ''))
    }
  }
  return {
    rows: rows.sort((one, other) => one.level - other.level || one.row - other.row),
    problems: problems.sort((one, other) => one.row - other.row),
  }
}
