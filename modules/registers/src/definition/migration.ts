import type { Package } from '@tereze/catalogue/contract'
import { withoutValueAt, withValueAt } from './pointer.ts'

/** How content of one major version becomes content of the next. */
export interface Migration {
  readonly reason: string
  readonly set?: Readonly<Record<string, string>>
  readonly remove?: readonly string[]
}

/** Major version of a semantic one. */
export function majorOf(version: string): number {
  return Number(version.split('.')[0])
}

/** Path of the migration from one major version to the next. */
export function migrationPath(from: number): string {
  return `migrations/${from}-to-${from + 1}.json`
}

/** The migration of a package from a major version to the next, if it has one. */
export function migrationFrom(pack: Package, from: number): Migration | null {
  return (pack.json.get(migrationPath(from)) as Migration | undefined) ?? null
}

/** Content of the next major version: what is removed is gone, what is set has its new value; all else stays. */
export function migrate(
  { set, remove }: Migration,
  data: Record<string, unknown>,
  evaluate: (expression: string, data: Record<string, unknown>) => unknown,
): Record<string, unknown> {
  let next = data
  for (const pointer of remove ?? []) next = withoutValueAt(next, pointer)
  for (const [pointer, expression] of Object.entries(set ?? {})) {
    const value = evaluate(expression, data)
    next = value === null || value === undefined ? withoutValueAt(next, pointer) : withValueAt(next, pointer, value)
  }
  return next
}
