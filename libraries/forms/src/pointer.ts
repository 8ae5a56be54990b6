import { isList, isObject, type Json } from './json.ts'

/** The steps of a JSON Pointer (RFC 6901); `''` is the whole value and has no steps. */
export function pointerSteps(pointer: string): string[] {
  if (pointer === '') return []
  return pointer
    .slice(1)
    .split('/')
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The JSON Pointer (RFC 6901) of these steps. */
export function toPointer(steps: readonly (string | number)[]): string {
  return steps.map(step => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** The value at a JSON Pointer, or undefined where nothing is. Inherited names (`__proto__`) are nothing. */
export function valueAt(data: Json | undefined, steps: readonly string[]): Json | undefined {
  let value = data
  for (const step of steps) {
    if (isList(value)) value = /^(0|[1-9]\d*)$/.test(step) ? value[Number(step)] : undefined
    else if (isObject(value) && Object.hasOwn(value, step)) value = value[step]
    else return undefined
  }
  return value
}

/** A copy of `data` with `value` at the steps; objects on the way are made; siblings are shared, not copied. */
export function withValueAt(data: Json | undefined, steps: readonly string[], value: Json | undefined): Json {
  const [step, ...rest] = steps
  if (step === undefined) return value ?? null
  if (isList(data)) {
    const copy = [...data]
    copy[Number(step)] = withValueAt(copy[Number(step)], rest, value)
    return copy
  }
  const copy: Record<string, Json> = Object.assign(
    Object.create(null) as Record<string, Json>,
    isObject(data) ? data : {},
  )
  if (rest.length === 0 && value === undefined) delete copy[step]
  else copy[step] = withValueAt(copy[step], rest, value)
  return Object.assign({}, copy)
}
