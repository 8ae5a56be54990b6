import { evaluate, type FeelContext, fromJson, toJson } from '@tereze/feel'
import type { Source, Value, Values } from './model.ts'
import { evaluateUnified } from './unified-expression.ts'

const unified = /[$#]\{([^}]*)\}/g

function evaluateFeel(text: string, variables: Values): Value {
  const context = Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, fromJson(value as never)]))
  const result = evaluate(text, context as FeelContext, { now: '2026-03-02T12:00:00.000Z', zone: 'Asia/Almaty' })
  return result.ok ? (toJson(result.value) as Value) : null
}

/** Camunda counts the instances of a repetition from 0 in its own language, the standard from 1 (table 10.30). */
function inUnified(variables: Values): Values {
  const { loopCounter } = variables
  return typeof loopCounter === 'number' ? { ...variables, loopCounter: loopCounter - 1 } : variables
}

/** A text that may be an expression: `=…` is FEEL, `${…}` the other language, anything else what `plain` says. */
function evaluateAny(text: string, variables: Values, plain: (text: string) => Value): Value {
  const trimmed = text.trim()
  if (trimmed.startsWith('=')) return evaluateFeel(trimmed.slice(1), variables)
  const parts = [...trimmed.matchAll(unified)]
  const [only] = parts
  if (!only) return plain(trimmed)
  if (parts.length === 1 && only[0] === trimmed) return evaluateUnified(only[1] ?? '', inUnified(variables))
  return trimmed.replace(unified, (_, inside: string) => String(evaluateUnified(inside, inUnified(variables))))
}

/** The value of a text that is a literal unless marked as an expression. */
export function evaluateText(text: string, variables: Values): Value {
  return evaluateAny(text, variables, literal => literal)
}

/** Whether a condition is true; a text without a mark is FEEL, and what is not true is not. */
export function isTrue(condition: string, variables: Values): boolean {
  return evaluateAny(condition, variables, text => evaluateFeel(text, variables)) === true
}

/** A whole number from a text; null when it is none. */
export function countOf(text: string, variables: Values): number | null {
  const value = evaluateAny(text, variables, plain =>
    /^\d+$/.test(plain) ? Number(plain) : evaluateFeel(plain, variables),
  )
  return typeof value === 'number' && Number.isInteger(value) ? value : null
}

/** A list from a text, which may be the bare name of a variable. */
export function listOf(text: string, variables: Values): readonly Value[] | null {
  const value = evaluateAny(text, variables, plain => evaluateFeel(plain, variables))
  return Array.isArray(value) ? value : null
}

/** The value of where a mapping takes it from. */
export function evaluateSource(source: Source, variables: Values): Value {
  if ('list' in source) return source.list.map(part => evaluateSource(part, variables))
  if ('map' in source)
    return Object.fromEntries(
      source.map.map(([key, part]) => [String(evaluateText(key, variables)), evaluateSource(part, variables)]),
    )
  return evaluateText(source.text, variables)
}
