import { isJsonObject, type JsonObject } from '../model/json.ts'
import type { Mapping } from '../model/process.ts'
import { withPath } from './assign.ts'
import { type Run, resolve } from './run.ts'

/** The object that mappings make, as a token sees the world; dotted targets nest. */
export function mapped(run: Run, number: number, mappings: readonly Mapping[], extra?: JsonObject): JsonObject {
  let made: JsonObject = {}
  for (const { target, source } of mappings) {
    const next = withPath(made, target.split('.'), resolve(run, number, source, extra))
    if (isJsonObject(next)) made = next
  }
  return made
}

/** What a throwing event or a send task says: its input mappings, if it has any (BPMN clause 10.5.1). */
export function contentOf(
  run: Run,
  number: number,
  mappings: readonly Mapping[] | undefined,
): { content?: JsonObject } {
  return mappings === undefined ? {} : { content: mapped(run, number, mappings) }
}
