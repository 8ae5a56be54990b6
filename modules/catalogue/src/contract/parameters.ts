import type { Package } from './packages.ts'

interface Parameter {
  readonly name: string
  readonly values: readonly { readonly from: string; readonly until?: string; readonly value: unknown }[]
}

/** Legal parameters of a jurisdiction as they are in force on a date, by FEEL name. */
export function parametersOn(jurisdiction: Package, date: string): Record<string, unknown> {
  const file = jurisdiction.json.get('parameters.json') as { parameters?: readonly Parameter[] } | undefined
  const inForce: Record<string, unknown> = {}
  for (const { name, values } of file?.parameters ?? []) {
    const value = values.find(({ from, until }) => from <= date && (until === undefined || date <= until))
    if (value !== undefined) inForce[name] = value.value
  }
  return inForce
}
