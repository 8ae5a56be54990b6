/** Where a name is found when the expression runs. */
export type Place =
  | { readonly at: 'slot'; readonly up: number; readonly slot: number }
  /** An entry of the item that a filter looks at, if it has one of that name. */
  | { readonly at: 'item'; readonly up: number; readonly slot: number }

interface Layer {
  readonly kind: 'names' | 'item' | 'function'
  readonly slots: Map<string, number>
  readonly slot: number
}

/** The local names while compiling: which slot of which frame each has. */
export class Scope {
  private readonly layers: Layer[] = []
  private readonly counts: number[] = [0]

  /** Slots that the outermost frame needs. */
  get size(): number {
    return this.counts[0] as number
  }

  private allocate(): number {
    const last = this.counts.length - 1
    const slot = this.counts[last] as number
    this.counts[last] = slot + 1
    return slot
  }

  /** Brings a name into scope and gives its slot; undone by `leave`. */
  declare(name: string): number {
    const slot = this.allocate()
    this.layers.push({ kind: 'names', slots: new Map([[name, slot]]), slot })
    return slot
  }

  /** Brings the item of a filter into scope: its entries are names. */
  declareItem(): number {
    const slot = this.allocate()
    this.layers.push({ kind: 'item', slots: new Map([['item', slot]]), slot })
    return slot
  }

  /** Begins a function, whose names live in a frame of their own. */
  enterFunction(parameters: readonly string[]): void {
    this.counts.push(parameters.length)
    this.layers.push({ kind: 'function', slots: new Map(parameters.map((name, i) => [name, i])), slot: -1 })
  }

  /** Ends a function and gives the number of slots of its frames. */
  leaveFunction(): number {
    this.layers.pop()
    return this.counts.pop() as number
  }

  mark(): number {
    return this.layers.length
  }

  leave(mark: number): void {
    this.layers.length = mark
  }

  /** The places to look, in order; the last is certain when it is a slot, otherwise the root context is next. */
  find(name: string): Place[] {
    const places: Place[] = []
    let up = 0
    for (let i = this.layers.length - 1; i >= 0; i--) {
      const layer = this.layers[i] as Layer
      if (layer.kind === 'item' && name !== 'item') places.push({ at: 'item', up, slot: layer.slot })
      else {
        const slot = layer.slots.get(name)
        if (slot !== undefined) {
          if (layer.kind === 'item') places.push({ at: 'item', up, slot })
          places.push({ at: 'slot', up, slot })
          return places
        }
      }
      if (layer.kind === 'function') up += 1
    }
    return places
  }
}
