import type { CallSite } from '../values/function.ts'
import { entryOf, type FeelContext, type FeelValue, isContext, newContext } from '../values/value.ts'
import { type BuiltinFunction, builtin, overload } from './define.ts'

/** Steps for an entry that is looked up and written. */
const ENTRY = 2

function copyOf(context: FeelContext, site: CallSite): Record<string, FeelValue> {
  const copy = newContext()
  const keys = Object.keys(context)
  site.spend(ENTRY * keys.length)
  for (const key of keys) copy[key] = context[key] as FeelValue
  return copy
}

function entry(key: string, value: FeelValue): FeelContext {
  const pair = newContext()
  pair.key = key
  pair.value = value
  return pair
}

function fromEntries(entries: readonly FeelValue[], site: CallSite): FeelValue | undefined {
  const context = newContext()
  site.spend(ENTRY * entries.length)
  for (const item of entries) {
    if (!isContext(item)) return undefined
    const key = entryOf(item, 'key')
    const value = entryOf(item, 'value')
    if (typeof key !== 'string' || value === undefined || Object.hasOwn(context, key)) return undefined
    context[key] = value
  }
  return context
}

function put(
  context: FeelContext,
  keys: readonly FeelValue[],
  value: FeelValue,
  site: CallSite,
): FeelValue | undefined {
  const [key, ...rest] = keys
  if (typeof key !== 'string') return undefined
  const copy = copyOf(context, site)
  if (rest.length === 0) {
    copy[key] = value
    return copy
  }
  const inner = entryOf(context, key)
  if (!isContext(inner)) return undefined
  const changed = put(inner, rest, value, site)
  if (changed === undefined) return undefined
  copy[key] = changed
  return copy
}

function merged(contexts: readonly FeelValue[], site: CallSite): FeelValue | undefined {
  const result = newContext()
  for (const context of contexts) {
    if (!isContext(context)) return undefined
    const keys = Object.keys(context)
    site.spend(ENTRY * keys.length)
    for (const key of keys) result[key] = context[key] as FeelValue
  }
  return result
}

/** Built-in functions on contexts (DMN 1.5 §10.3.4.9). */
export const contextFunctions: readonly BuiltinFunction[] = [
  builtin(
    'get value',
    overload({ m: 'context', key: 'string' }, ([m, key]) => entryOf(m as FeelContext, key as string) ?? null),
    overload({ m: 'context', keys: 'list' }, ([m, keys]) => valueAt(m as FeelContext, keys as readonly FeelValue[])),
  ),
  builtin(
    'get entries',
    overload({ m: 'context' }, ([m], site) => {
      const keys = Object.keys(m as FeelContext)
      site.spend(3 * ENTRY * keys.length)
      return keys.map(key => entry(key, (m as FeelContext)[key] ?? null))
    }),
  ),
  builtin(
    'context',
    overload({ entries: 'list' }, ([entries], site) => fromEntries(entries as readonly FeelValue[], site)),
  ),
  builtin(
    'context put',
    overload({ context: 'context', key: 'string', value: 'any' }, ([context, key, value], site) =>
      put(context as FeelContext, [key as string], value as FeelValue, site),
    ),
    overload({ context: 'context', keys: 'list', value: 'any' }, ([context, keys, value], site) =>
      put(context as FeelContext, keys as readonly FeelValue[], value as FeelValue, site),
    ),
  ),
  builtin(
    'context merge',
    overload({ contexts: 'list' }, ([contexts], site) => merged(contexts as readonly FeelValue[], site)),
  ),
]

function valueAt(context: FeelContext, keys: readonly FeelValue[]): FeelValue {
  if (keys.length === 0) return null
  let value: FeelValue = context
  for (const key of keys) {
    if (typeof key !== 'string' || !isContext(value)) return null
    value = entryOf(value, key) ?? null
  }
  return value
}
