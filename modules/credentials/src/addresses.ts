/** Addresses of issuers and verifiers, all below one origin. */
export const addresses = {
  /** Identifier of an organisation as an issuer (OpenID4VCI 1.0, 12.2.1). */
  issuer: (origin: string, organisation: string) => `${origin}/credentials/${organisation}`,
  /** Type of a credential; also where its metadata is (SD-JWT VC, `vct`). */
  type: (origin: string, organisation: string, type: string) => `${origin}/credentials/${organisation}/types/${type}`,
  status: (origin: string, organisation: string, list: number) =>
    `${origin}/credentials/${organisation}/status/${list}`,
  offer: (origin: string, organisation: string, code: string) => `${origin}/credentials/${organisation}/offers/${code}`,
  request: (origin: string, organisation: string, state: string) =>
    `${origin}/credentials/${organisation}/requests/${state}`,
  answer: (origin: string, organisation: string, state: string) =>
    `${origin}/credentials/${organisation}/answers/${state}`,
} as const

const pattern = /^\/credentials\/([a-z][a-z0-9-]{1,62})(?:\/|$)/

/** The organisation that an issuer's address names; null when it is none of ours. */
export function organisationAt(address: string, origin: string): string | null {
  if (!address.startsWith(`${origin}/`)) return null
  return pattern.exec(address.slice(origin.length))?.[1] ?? null
}

/** The issuer below which a path lies; null for any other path. */
export function issuerAt(path: string, origin: string): string | null {
  const organisation = pattern.exec(path)?.[1]
  return organisation === undefined ? null : addresses.issuer(origin, organisation)
}

const prefix = 'credential:'

/** The scope that lets a wallet fetch credentials of a type. */
export function scopeOf(type: string): string {
  return `${prefix}${type}`
}

/** The type that a scope is about; null when it is about none. */
export function typeOfScope(scope: string): string | null {
  return scope.startsWith(prefix) ? scope.slice(prefix.length) : null
}
