import type { Package, Packages } from '@tereze/catalogue/contract'

interface Parameter {
  readonly name: string
  readonly values: readonly { readonly from: string; readonly until?: string; readonly value: unknown }[]
}

/** The jurisdiction package that a service or organisation belongs to. */
export function jurisdictionOf(packages: Packages, id: string): Package {
  return packages.get('jurisdiction', id)
}

/** Legal parameters as they are in force on a date, by FEEL name. */
export function parametersOn(jurisdiction: Package, date: string): Record<string, unknown> {
  const file = jurisdiction.json.get('parameters.json') as { parameters?: readonly Parameter[] } | undefined
  const inForce: Record<string, unknown> = {}
  for (const { name, values } of file?.parameters ?? []) {
    const value = values.find(({ from, until }) => from <= date && (until === undefined || date <= until))
    if (value !== undefined) inForce[name] = value.value
  }
  return inForce
}

/** Ground of an act of a kind in the jurisdiction: the act and article. */
export function groundOfAct(jurisdiction: Package, kind: string): string | null {
  const file = jurisdiction.json.get('grounds.json') as
    | { acts?: readonly { kind: string; ground: string }[] }
    | undefined
  return file?.acts?.find(act => act.kind === kind)?.ground ?? null
}

/** Languages in which results are authentic. */
export function authenticLanguages(jurisdiction: Package): ('en' | 'ru' | 'kk')[] {
  const card = jurisdiction.json.get('jurisdiction.json') as { authentic?: ('en' | 'ru' | 'kk')[] } | undefined
  return card?.authentic ?? ['en']
}
