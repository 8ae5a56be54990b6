import { compileExpression, evaluateExpression, toJson } from '@tereze/feel'
import { isObject, type Json, type JsonObject } from '@tereze/forms'
import { expressionsOf, readsOf } from './feel-paths.ts'
import type { FormDraft } from './form-draft.ts'

/** A moment for expressions: an instant in UTC and the IANA zone of its day. */
export interface SampleMoment {
  readonly now: string
  readonly zone: string
}

/**
 * What a form reads besides its own data, by first name, as FEEL with which a preview begins: lists that are chosen from have two entries,
 * everything else is null.
 */
export function sampleContext(draft: FormDraft): Readonly<Record<string, string>> {
  const data = new Set(Object.keys(isObject(draft.schema.properties) ? draft.schema.properties : {}))
  const samples: Record<string, string> = {}
  for (const one of expressionsOf(draft.form)) {
    for (const path of readsOf(one)) {
      const [root = '', ...inner] = path
      if (root === 'item' || data.has(root)) continue
      const list = inner.reduceRight((value, name) => `{ ${name}: ${value} }`, entries)
      if (one.member === 'from' && samples[root] === undefined) samples[root] = list
      samples[root] ??= 'null'
    }
  }
  return samples
}

const entries = '[{ id: "one", name: "A" }, { id: "two", name: "B" }]'

/** The values of a context written in FEEL; what cannot be read is null. */
export function contextOf(texts: Readonly<Record<string, string>>, moment: SampleMoment): JsonObject {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, sampleValue(text, moment)]))
}

/** Whether a text of the context can be read; an empty one is null. */
export function isReadable(text: string): boolean {
  return text.trim() === '' || compileExpression(text).ok
}

function sampleValue(text: string, moment: SampleMoment): Json {
  if (text.trim() === '') return null
  const compiled = compileExpression(text)
  return compiled.ok ? (toJson(evaluateExpression(compiled.expression, {}, moment).value) as Json) : null
}
