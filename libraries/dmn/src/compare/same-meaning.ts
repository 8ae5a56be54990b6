import { compileExpression, compileUnaryTests, type Node } from '@tereze/feel'

/** A tree without its places: what an expression says, however it is set out. */
function said(tree: Node): string {
  return JSON.stringify(tree, (key, value) =>
    key === 'start' || key === 'end' ? undefined : typeof value === 'bigint' ? `${value}n` : value,
  )
}

/**
 * Whether two texts of FEEL say the same in other spelling: spaces, comments. What is no FEEL is compared as text. Names with
 * spaces are read as names only where they are given.
 */
export function sameMeaning(
  before: string,
  after: string,
  kind: 'tests' | 'expression',
  names: readonly string[] = [],
): boolean {
  if (before.trim() === after.trim()) return true
  const blank = (text: string): string => (kind === 'tests' && text.trim() === '' ? '-' : text)
  const compile = kind === 'tests' ? compileUnaryTests : compileExpression
  const [one, other] = [compile(blank(before), { names }), compile(blank(after), { names })]
  return one.ok && other.ok && said(one.expression.tree) === said(other.expression.tree)
}
