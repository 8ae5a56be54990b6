import type { RowFault } from '@tereze/data-files'

/** A name in the languages that its source has it in. */
export interface Names {
  readonly en?: string
  readonly ru?: string
  readonly kk?: string
}

/** One code of a classifier, as one edition has it. */
export interface ClassifierRow {
  /** Line or row of the file, counted from one. */
  readonly row: number
  readonly code: string
  /** The code above it; null at the top. */
  readonly parent: string | null
  /** Depth in the tree, 1 at the top. */
  readonly level: number
  readonly names: Names
  /** First day on which it holds (ISO 8601); null where the file does not say. */
  readonly from: string | null
  /** Last day on which it holds; null while it does. */
  readonly until: string | null
  /** The codes that took its place. */
  readonly replacedBy: readonly string[]
}

/** What a row is refused for. */
export type CodeFault =
  | RowFault
  | 'code.missing'
  | 'code.malformed'
  | 'code.parts-differ'
  | 'code.twice'
  | 'code.own-parent'
  | 'name.missing'
  | 'date.wrong'
  | 'dates.reversed'
  | 'parent.unknown'
  | 'parent.circular'
  | 'successor.unknown'

/** A row that cannot be taken, with the column and what stands there. */
export interface RowProblem {
  readonly row: number
  readonly column: string | null
  readonly code: CodeFault
  readonly value: string | null
}

/** A row as its format says it, before it is known where it stands in the tree. */
export interface DraftRow extends Omit<ClassifierRow, 'parent' | 'level'> {
  /** The codes it may stand under, the nearest first; the first one that the file has is its parent. */
  readonly above: readonly string[]
  /** Whether one of them must be there. */
  readonly needsParent: boolean
}

/** Reads one row's cells by the names of their columns. */
export interface Cells {
  readonly row: number
  /** The text of a column, without blanks around it; empty where there is none. */
  readonly text: (column: string) => string
}

/** How one published classifier is written in a table. */
export interface TableFormat {
  readonly id: string
  /** What each column may be called in the first row, by the name used here. */
  readonly columns: Readonly<Record<string, readonly string[]>>
  /** Columns without which it is no file of this format. */
  readonly needed: readonly string[]
  /** Where files come without a first row of names: the columns in their order. */
  readonly bare: readonly string[] | null
  /** What a row says, or why it cannot be taken; null for one that says nothing of a code. */
  readonly read: (cells: Cells) => DraftRow | Omit<RowProblem, 'row'> | null
}
