import { isList, isObject, type Json } from './json.ts'

/**
 * Blank text is null (semantics 7): text of white space only, an object none of whose values says anything (a money
 * value with a currency but no amount says nothing), and a missing value are null. Lists stay lists.
 */
export function withoutBlanks(value: Json | undefined): Json {
  if (value === undefined) return null
  if (typeof value === 'string') return value.trim() === '' ? null : value
  if (isList(value)) return value.map(withoutBlanks)
  if (!isObject(value)) return value
  const entries = Object.entries(value)
    .map(([name, inner]) => [name, withoutBlanks(inner)] as const)
    .filter(([, inner]) => inner !== null)
  const says =
    'amount' in value || 'currency' in value ? entries.some(([name]) => name !== 'currency') : entries.length > 0
  return says ? Object.fromEntries(entries) : null
}
