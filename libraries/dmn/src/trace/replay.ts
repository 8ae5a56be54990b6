import { type FeelContext, type FeelValue, fromJson, type Json, newContext } from '@tereze/feel'
import type { CompiledModel } from '../engine/compile.ts'
import { type EvaluateOptions, evaluate } from '../engine/evaluate.ts'
import { fromExact } from './exact-json.ts'
import { type StoredTrace, toFormatOne } from './format-one.ts'

/** A place where a trace and its recomputation differ: a JSON pointer and what stands there; undefined where nothing does. */
export interface Difference {
  readonly at: string
  readonly was: Json | undefined
  readonly is: Json | undefined
}

/** What came of computing a trace again. */
export interface Replay {
  /** True when the new trace is the old one byte for byte. */
  readonly same: boolean
  /** The new trace, in the format of the old one. */
  readonly trace: StoredTrace
  /** The first hundred places where they differ. */
  readonly differences: readonly Difference[]
}

const MAX_DIFFERENCES = 100

/**
 * Makes the decision of a trace again, from the inputs, the moment, the zone and the bounds that the trace keeps. A trace of
 * format 1 keeps only what its inputs became.
 */
export function replay(compiled: CompiledModel, trace: StoredTrace): Replay {
  const again = evaluate(compiled, trace.asked, inputsOf(trace), optionsOf(trace)).trace
  if (again === undefined) throw new Error('an evaluation that is asked for a trace has one')
  const made: StoredTrace = trace.format === 1 ? toFormatOne(again) : again
  const same = JSON.stringify(made) === JSON.stringify(trace)
  const differences: Difference[] = []
  if (!same) compare(plain(trace), plain(made), '', differences)
  return { same, trace: made, differences }
}

function plain(trace: StoredTrace): Json {
  return JSON.parse(JSON.stringify(trace)) as Json
}

function optionsOf(trace: StoredTrace): EvaluateOptions {
  const { now, zone, zoneRules } = trace
  return {
    trace: true,
    ...(now === null ? {} : { now }),
    ...(zone === null ? {} : { zone }),
    ...(zoneRules === null ? {} : { zoneRules }),
    ...(trace.format === 1 || !trace.strict ? {} : { strict: true }),
    ...(trace.format === 1 || trace.limits === null ? {} : { limits: trace.limits }),
  }
}

function inputsOf(trace: StoredTrace): FeelContext {
  const context = newContext()
  if (trace.format === 1) for (const { name, value } of trace.inputs) context[name] = fromJson(value)
  else for (const { path, given } of trace.inputs) if (given !== undefined) put(context, path, fromExact(given))
  return context
}

function put(context: Record<string, FeelValue>, path: readonly string[], value: FeelValue): void {
  const [name, ...rest] = path
  if (name === undefined) return
  if (rest.length === 0) {
    context[name] = value
    return
  }
  const inner = (Object.hasOwn(context, name) ? context[name] : newContext()) as Record<string, FeelValue>
  context[name] = inner
  put(inner, rest, value)
}

function compare(was: Json | undefined, is: Json | undefined, at: string, found: Difference[]): void {
  if (found.length >= MAX_DIFFERENCES || JSON.stringify(was) === JSON.stringify(is)) return
  if (!isNode(was) || !isNode(is) || Array.isArray(was) !== Array.isArray(is)) {
    found.push({ at, was, is })
    return
  }
  const keys = new Set([...Object.keys(was), ...Object.keys(is)])
  const before = found.length
  for (const key of keys) compare(was[key], is[key], `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, found)
  // The same entries in another order are other bytes.
  if (found.length === before && found.length < MAX_DIFFERENCES) found.push({ at, was, is })
}

function isNode(value: Json | undefined): value is { readonly [key: string]: Json | undefined } {
  return typeof value === 'object' && value !== null
}
