import { builtinUses, type CompiledExpression, compileExpression, literals, references } from '@tereze/feel'

/** What an expression reads and writes out. */
export interface Reading {
  /** Paths of outside data, the first step being a name of the scope. */
  readonly paths: readonly (readonly string[])[]
  readonly numbers: readonly string[]
  readonly texts: readonly string[]
  /** Whether it rounds. */
  readonly rounds: boolean
  readonly compiled: CompiledExpression
}

const rounding = new Set(['decimal', 'round up', 'round down', 'round half up', 'round half down', 'floor', 'ceiling'])

/** Reads an expression; the words of what is wrong with it when it is no FEEL. */
export function readExpression(text: string): Reading | { readonly wrong: string } {
  const compilation = compileExpression(text)
  if (!compilation.ok) return { wrong: compilation.errors.map(({ message }) => message).join(' ') }
  const { expression } = compilation
  const written = literals(expression)
  return {
    paths: references(expression),
    numbers: written.filter(({ kind }) => kind === 'number').map(({ value }) => value),
    texts: written.filter(({ kind }) => kind === 'text').map(({ value }) => value),
    rounds: builtinUses(expression).some(({ name }) => rounding.has(name)),
    compiled: expression,
  }
}

const nothing: Omit<Reading, 'compiled'> = { paths: [], numbers: [], texts: [], rounds: false }

/** What an expression reads; nothing where it is no FEEL, which the check of the regulation has refused. */
export function readingOf(text: string): Omit<Reading, 'compiled'> {
  const reading = readExpression(text)
  return 'wrong' in reading ? nothing : reading
}

/** The names of the scope that an expression reads. */
export function namesIn(text: string): string[] {
  return [...new Set(readingOf(text).paths.map(([first]) => first ?? ''))]
}

/** The expressions in a template, without their marks. */
export function templateExpressions(template: unknown): string[] {
  if (typeof template === 'string') return template.startsWith('= ') ? [template.slice(2)] : []
  if (typeof template !== 'object' || template === null) return []
  return Object.values(template).flatMap(templateExpressions)
}

/** A FEEL text literal. */
export function textLiteral(text: string): string {
  return JSON.stringify(text)
}
