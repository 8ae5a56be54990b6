import {
  type CompiledExpression,
  compileExpression,
  evaluateExpression,
  type FeelValue,
  isContext,
  newContext,
} from '@tereze/feel'
import type { FunctionExpression } from '../model/model.ts'
import { javaMethod } from './java.ts'

/** A function of the outside that a model names, and whether it is among the known ones. */
export interface ExternalFunction {
  /** Class and method as they are written; what is written instead when it is neither. */
  readonly name: string
  readonly known: boolean
  /** Offset into the FEEL text; null for a boxed function. */
  readonly start: number | null
}

interface FunctionNode {
  readonly kind: 'function'
  readonly start: number
  readonly external: boolean
  readonly parameters: readonly unknown[]
  readonly body: { readonly start: number; readonly end: number }
}

/** The functions marked `external` in an expression whose mapping is written out. */
export function externalFunctions({ tree, text }: CompiledExpression): ExternalFunction[] {
  return functionsIn(tree).flatMap(node => {
    const mapping = constantOf(text.slice(node.body.start, node.body.end))
    if (!isContext(mapping)) return []
    if (!isContext(mapping.java)) return [{ name: Object.keys(mapping).join(', '), known: false, start: node.start }]
    const named = javaName(mapping.java.class ?? null, mapping.java['method signature'] ?? null, node.parameters.length)
    return named === null ? [] : [{ ...named, start: node.start }]
  })
}

/** The Java method that a boxed function names, when class and signature are written out; null when they are not. */
export function boxedFunction({ body, parameters }: FunctionExpression): ExternalFunction | null {
  if (body?.kind !== 'context') return null
  const entry = (name: string): FeelValue => {
    const value = body.entries.find(({ variable }) => variable?.name === name)?.value
    return value?.kind === 'literal' ? constantOf(value.text) : null
  }
  const named = javaName(entry('class'), entry('method signature'), parameters.length)
  return named === null ? null : { ...named, start: null }
}

function javaName(className: FeelValue, signature: FeelValue, count: number): { name: string; known: boolean } | null {
  if (typeof className !== 'string' || typeof signature !== 'string') return null
  const parameters = Array.from({ length: count }, (_, i) => ({ name: `${i}`, type: { kind: 'any' } as const }))
  return { name: `${className}.${signature}`, known: javaMethod(className, signature, parameters) !== undefined }
}

function constantOf(text: string): FeelValue {
  const compiled = compileExpression(text)
  return compiled.ok ? evaluateExpression(compiled.expression, newContext()).value : null
}

function functionsIn(node: unknown): FunctionNode[] {
  if (typeof node !== 'object' || node === null) return []
  const inside = Object.values(node).flatMap(functionsIn)
  return isExternal(node) ? [node, ...inside] : inside
}

function isExternal(node: object): node is FunctionNode {
  return 'kind' in node && node.kind === 'function' && 'external' in node && node.external === true
}
