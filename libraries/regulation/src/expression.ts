import { builtinUses, compileExpression, literals, Names, references } from '@tereze/feel'

/** What an expression reads and writes out. */
export interface Reading {
  /** Paths of outside data, the first step being a name of the scope. */
  readonly paths: readonly (readonly string[])[]
  readonly numbers: readonly string[]
  readonly texts: readonly string[]
  /** Whether it rounds. */
  readonly rounds: boolean
}

const rounding = new Set(['decimal', 'round up', 'round down', 'round half up', 'round half down', 'floor', 'ceiling'])

/** Reads the expressions of one scope: a name of the scope counts also inside filters, where other names are those of the items. */
export interface Reader {
  /** Reads an expression; the words of what is wrong with it when it is no FEEL. */
  read(text: string): Reading | { readonly wrong: string }
  /** What an expression reads; nothing where it is no FEEL, which the check of the regulation has refused. */
  readingOf(text: string): Reading
  /** The names of the scope that an expression reads. */
  namesIn(text: string): string[]
}

const nothing: Reading = { paths: [], numbers: [], texts: [], rounds: false }

/** Makes the reader of a scope; what was read once is kept. */
export function readerOf(names: readonly string[]): Reader {
  const known = new Map<string, Reading | { readonly wrong: string }>()
  const scope = new Names(names)
  function look(text: string): Reading | { readonly wrong: string } {
    const compilation = compileExpression(text, { names: scope })
    if (!compilation.ok) return { wrong: compilation.errors.map(({ message }) => message).join(' ') }
    const { expression } = compilation
    const written = literals(expression)
    return {
      paths: references(expression),
      numbers: written.filter(({ kind }) => kind === 'number').map(({ value }) => value),
      texts: written.filter(({ kind }) => kind === 'text').map(({ value }) => value),
      rounds: builtinUses(expression).some(({ name }) => rounding.has(name)),
    }
  }
  function read(text: string) {
    const found = known.get(text) ?? look(text)
    known.set(text, found)
    return found
  }
  function readingOf(text: string): Reading {
    const found = read(text)
    return 'wrong' in found ? nothing : found
  }
  return {
    read,
    readingOf,
    namesIn: text => [...new Set(readingOf(text).paths.map(([first]) => first ?? ''))],
  }
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
