import type { PolicyWords } from '../contract/index.ts'
import type { PolicySource } from '../ports/policy-source.ts'

/** Words of keys of the policy, each once. */
export function wordsOf(source: PolicySource, keys: readonly string[]): PolicyWords {
  const say = (key: string) => source.words?.(key) ?? { en: key, ru: key, kk: key }
  return Object.fromEntries([...new Set(keys)].map(key => [key, say(key)]))
}
