import {
  type ColumnKind,
  compile,
  type DecisionTable,
  type Part,
  type Problem,
  parse,
  setCell,
  tablesOf,
} from '@tereze/dmn'

/** A mistake in a piece of FEEL: its kind, and the words at which it stands. */
export interface FeelMistake {
  readonly code: Problem['code']
  /** The text from the place of the mistake on, at most 30 characters; empty at its end. */
  readonly near: string
}

/** The mistake that a problem of a model is, in the text where it stands. */
export function mistakeOf(problem: Problem, text: string): FeelMistake {
  return {
    code: problem.code,
    near: text
      .slice(problem.offset ?? 0)
      .trim()
      .slice(0, 30),
  }
}

/** The problem of a part among those of its model. */
export function problemAt(problems: readonly Problem[], part: Part | undefined): Problem | undefined {
  if (part === undefined) return undefined
  return problems.find(({ element, at }) =>
    part.id === '' ? element === '' && at.line === part.at.line : element === part.id,
  )
}

/** The part of a cell of a table. */
export function cellPart(
  table: DecisionTable,
  kind: ColumnKind,
  at: { readonly rule: number; readonly column: number },
): Part | undefined {
  const rule = table.rules[at.rule]
  return kind === 'annotation' ? undefined : (kind === 'input' ? rule?.tests : rule?.outputs)?.[at.column]
}

/**
 * What would be wrong with a cell if it said a text: the whole file is tried with it, so names, types and allowed values count.
 * Null where nothing is; annotations are words and always right.
 */
export function cellMistake(
  xml: string,
  table: DecisionTable,
  kind: ColumnKind,
  at: { readonly rule: number; readonly column: number },
  text: string,
): FeelMistake | null {
  if (kind === 'annotation') return null
  const read = parse(setCell(xml, table, kind, at, text))
  if (!read.ok) return null
  const changed = tablesOf(read.model).find(({ expression }) => samePlace(expression, table))?.expression
  const part = changed === undefined ? undefined : cellPart(changed, kind, at)
  const problem = problemAt(compile(read.model).problems, part)
  return problem === undefined ? null : mistakeOf(problem, text)
}

/** A table begins where it began, because a cell of it stands behind its beginning. */
function samePlace(one: Part, other: Part): boolean {
  return one.at.line === other.at.line && one.at.column === other.at.column
}
