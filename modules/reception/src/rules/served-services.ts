/** An agreement of an office with an agency: which of its services it offers, from which day to which (both included, `YYYY-MM-DD`). */
export interface Agreement {
  readonly agency: string
  readonly services: readonly string[]
  readonly from: string
  readonly until?: string
}

/** The services that agreements in force on a day cover, with the agency of each; one that several cover stands once. */
export function servedServices(
  agreements: readonly Agreement[],
  day: string,
): { readonly service: string; readonly agency: string }[] {
  const served = new Map<string, string>()
  for (const { agency, services, from, until } of agreements) {
    if (day < from || (until !== undefined && until < day)) continue
    for (const service of services) if (!served.has(service)) served.set(service, agency)
  }
  return [...served].map(([service, agency]) => ({ service, agency }))
}
