interface Mentions {
  readonly service?: unknown
  readonly services?: unknown
  readonly organisation?: unknown
  readonly case?: unknown
}

/** The services that an input is about: named in it, or those of the case that it names; none where it is about no service. */
export function servicesIn(input: unknown): string[] | { readonly organisation: string; readonly case: string } {
  const { service, services, organisation, case: id } = (input ?? {}) as Mentions
  if (Array.isArray(services)) return services.filter((one): one is string => typeof one === 'string')
  if (typeof service === 'string') return [service]
  return typeof organisation === 'string' && typeof id === 'string' ? { organisation, case: id } : []
}
