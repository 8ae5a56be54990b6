import type { Package } from './packages.ts'

interface Parameter {
  readonly name: string
  readonly values: readonly { readonly from: string; readonly until?: string; readonly value: unknown }[]
}

const remembered = new WeakMap<Package, Map<string, Readonly<Record<string, unknown>>>>()

/** Dates that are remembered for a jurisdiction. */
const mostDates = 400

/** Legal parameters of a jurisdiction as they are in force on a date, by FEEL name. */
export function parametersOn(jurisdiction: Package, date: string): Readonly<Record<string, unknown>> {
  const dates = remembered.get(jurisdiction) ?? new Map<string, Readonly<Record<string, unknown>>>()
  remembered.set(jurisdiction, dates)
  const known = dates.get(date)
  if (known !== undefined) return known
  const file = jurisdiction.json.get('parameters.json') as { parameters?: readonly Parameter[] } | undefined
  const inForce: Record<string, unknown> = {}
  for (const { name, values } of file?.parameters ?? []) {
    const value = values.find(({ from, until }) => from <= date && (until === undefined || date <= until))
    if (value !== undefined) inForce[name] = value.value
  }
  if (dates.size >= mostDates) dates.clear()
  dates.set(date, Object.freeze(inForce))
  return inForce
}
