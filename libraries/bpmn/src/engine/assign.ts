import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { type Run, tokenAt } from './run.ts'

/** A value with another at a path inside it; what is no object on the way becomes one. */
export function withPath(target: Json | undefined, path: readonly string[], value: Json): Json {
  const [first, ...rest] = path
  if (first === undefined) return value
  const object: JsonObject = isJsonObject(target) ? target : {}
  return { ...object, [first]: withPath(object[first], rest, value) }
}

/** Makes a value a local variable of a token; `target` is a dotted path. */
export function assignLocal(run: Run, number: number, target: string, value: Json): void {
  const token = tokenAt(run, number)
  const [name = '', ...rest] = target.split('.')
  token.local ??= {}
  token.local[name] = withPath(token.local[name], rest, value)
}

/**
 * Gives a variable a value: the local one of the nearest scope that has it, otherwise the data of the case, which the
 * caller is told by an effect. `target` is a dotted path.
 */
export function assign(run: Run, number: number, target: string, value: Json): void {
  const path = target.split('.')
  const [name = ''] = path
  for (let at = number; at >= 0; ) {
    const token = tokenAt(run, at)
    if (token.local && Object.hasOwn(token.local, name)) {
      token.local[name] = withPath(token.local[name], path.slice(1), value)
      run.changed = true
      return
    }
    at = token.in
  }
  const changed = withPath(run.data, path, value)
  if (isJsonObject(changed)) run.data = changed
  run.changed = true
  run.effects.push({ type: 'set-data', path, value })
}
