/** Steps in an order in which each comes after what it needs, or the names along a cycle (first name repeated last). */
export type Order =
  | { readonly ok: true; readonly order: readonly string[] }
  | { readonly ok: false; readonly cycle: readonly string[] }

/** Orders steps by their needs, keeping the given order where needs leave a choice. */
export function orderSteps(needs: ReadonlyMap<string, readonly string[]>): Order {
  const order: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  const path: string[] = []

  const visit = (name: string): readonly string[] | null => {
    if (state.get(name) === 'done') return null
    if (state.get(name) === 'open') return [...path.slice(path.indexOf(name)), name]
    state.set(name, 'open')
    path.push(name)
    for (const need of needs.get(name) ?? []) {
      const cycle = visit(need)
      if (cycle !== null) return cycle
    }
    path.pop()
    state.set(name, 'done')
    order.push(name)
    return null
  }

  for (const name of needs.keys()) {
    const cycle = visit(name)
    if (cycle !== null) return { ok: false, cycle }
  }
  return { ok: true, order }
}
