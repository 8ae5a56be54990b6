import { changeNames } from './feel-text.ts'
import { dataName } from './names.ts'

/** The names of data that had to change, and their change in expressions. */
export class DataNames {
  private readonly changed = new Map<string, string>()
  private readonly taken: Set<string>

  /** `taken` are names that other data have already. */
  constructor(taken: Iterable<string> = []) {
    this.taken = new Set(taken)
  }

  /** The name here of a name there; the same one every time. */
  of(name: string): string {
    const known = this.changed.get(name)
    if (known !== undefined) return known
    const wanted = dataName(name)
    let free = wanted
    for (let number = 2; this.taken.has(free); number++) free = `${wanted}${number}`
    this.taken.add(free)
    this.changed.set(name, free)
    return free
  }

  /** FEEL, or a dotted path, with the names changed. */
  inFeel(feel: string): string {
    return changeNames(feel, name => this.changed.get(name) ?? name)
  }

  /** What is called differently here. */
  renamed(): readonly { readonly from: string; readonly to: string }[] {
    return [...this.changed].flatMap(([from, to]) => (from === to ? [] : [{ from, to }]))
  }
}
