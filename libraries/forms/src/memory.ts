import { type Json, sameJson } from './json.ts'

/** Results of an earlier evaluation with what they were computed from, so that only what changed is computed again. */
export class Memory {
  private readonly before: ReadonlyMap<string, { inputs: readonly unknown[]; result: unknown }>
  private readonly after = new Map<string, { inputs: readonly unknown[]; result: unknown }>()
  /** How many results were computed rather than remembered. */
  computed = 0

  constructor(before?: Memory) {
    this.before = before?.after ?? new Map()
  }

  /** The remembered result when the inputs are the same JSON (or the same things) as then, otherwise a new one. */
  recall<Result>(name: string, inputs: readonly unknown[], compute: () => Result): Result {
    const earlier = this.before.get(name)
    if (
      earlier !== undefined &&
      earlier.inputs.length === inputs.length &&
      inputs.every((input, index) => same(input, earlier.inputs[index]))
    ) {
      this.after.set(name, earlier)
      return earlier.result as Result
    }
    this.computed += 1
    const result = compute()
    this.after.set(name, { inputs, result })
    return result
  }
}

function same(one: unknown, other: unknown): boolean {
  return one === other || sameJson(one as Json | undefined, other as Json | undefined)
}
