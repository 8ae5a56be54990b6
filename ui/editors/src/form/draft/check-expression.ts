import { compileExpression, references } from '@tereze/feel'
import type { KnownNames } from './known-names.ts'

/** What is wrong with an expression while it is typed; `at` is the place in the text, from 0. */
export type ExpressionFault =
  | { readonly kind: 'unreadable'; readonly at: number; readonly code: string }
  | { readonly kind: 'unknown'; readonly name: string }

/** Looks at an expression as it is typed: whether it can be read, and whether it knows what it speaks of. Nothing for an empty text. */
export function checkExpression(text: string, names: KnownNames): ExpressionFault | null {
  if (text.trim() === '') return null
  const compiled = compileExpression(text, { names: [...names.roots] })
  if (!compiled.ok) {
    const [first] = compiled.errors
    return { kind: 'unreadable', at: first?.start ?? 0, code: first?.code ?? '' }
  }
  const unknown = references(compiled.expression).find(([root = '']) => !names.roots.has(root))
  return unknown === undefined ? null : { kind: 'unknown', name: unknown[0] ?? '' }
}

/** Names to offer for what stands before the caret, at most six; none where nothing is begun or it is whole already. */
export function offeredNames(
  text: string,
  caret: number,
  names: KnownNames,
): { readonly from: number; readonly offered: readonly string[] } {
  const begun = /[\p{L}_][\p{L}\p{N}_.]*$/u.exec(text.slice(0, caret))
  if (begun === null) return { from: caret, offered: [] }
  const word = begun[0].toLowerCase()
  const fits = names.offered.filter(name => name.toLowerCase() !== word && name.toLowerCase().includes(word))
  const nearest = [...fits].sort((one, other) => Number(startsWith(other, word)) - Number(startsWith(one, word)))
  return { from: begun.index, offered: nearest.slice(0, 6) }
}

const startsWith = (name: string, word: string) => name.toLowerCase().startsWith(word)
