const claims = new WeakMap<object, Record<string, unknown>>()

/** Claims that a grant of ours gives the token of a request; none for any other. */
export function ownClaims(context: object): Record<string, unknown> | undefined {
  return claims.get(context)
}

/** Gives the token of a request its claims. */
export function keepClaims(context: object, own: Record<string, unknown>): void {
  claims.set(context, own)
}
