import { compileExpression } from '@tereze/feel'
import type { Shape } from './shape.ts'
import type { FileWord } from './words.ts'

/** Patterns of common parts whose mistakes have words of their own. */
const worded: readonly string[] = ['id', 'camel', 'version', 'period', 'pointer', 'ground', 'message', 'contractRef']

/**
 * What is wrong with a text as it is written, before anything is checked by the platform: nothing there, an expression that cannot be read, a
 * form that the format does not know. Null when it is well.
 */
export function mistakeOf(shape: Shape, value: unknown): FileWord | null {
  if (shape.kind !== 'text') return null
  const text = typeof value === 'string' ? value : ''
  if (text === '') return 'wrong.empty'
  if (shape.of === 'feel') return compileExpression(text).ok ? null : 'wrong.feel'
  if (shape.of === 'expression' || text.startsWith('= '))
    return !text.startsWith('= ') || compileExpression(text.slice(2)).ok ? null : 'wrong.feel'
  if (shape.pattern === null || new RegExp(shape.pattern, 'u').test(text)) return null
  return worded.includes(shape.of ?? '') ? (`wrong.${shape.of}` as FileWord) : 'wrong.pattern'
}
