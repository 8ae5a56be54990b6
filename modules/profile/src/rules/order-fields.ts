/** Facts in the order that their register declares: those named first, then the rest as it came. */
export function orderFields<Fact extends { readonly pointer: string }>(
  facts: readonly Fact[],
  first: readonly string[],
): Fact[] {
  const rank = ({ pointer }: Fact) => {
    const found = first.findIndex(field => pointer === field || pointer.startsWith(`${field}/`))
    return found < 0 ? first.length : found
  }
  return facts.toSorted((one, other) => rank(one) - rank(other))
}
