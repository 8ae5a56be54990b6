import type { CoverageItem } from '../contract/index.ts'

/** What no story uses of what stories should use. */
export function gapsOf(items: readonly CoverageItem[], used: readonly (readonly string[])[]): CoverageItem[] {
  const known = new Set(used.flat())
  return items.filter(({ kind, name }) => !known.has(`${kind} ${name}`))
}
