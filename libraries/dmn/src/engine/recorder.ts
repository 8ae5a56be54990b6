import type { FeelValue } from '@tereze/feel'
import type { DecisionTable } from '../model/model.ts'

/** One rule of a table as it was tried. */
export interface TriedRule {
  readonly index: number
  readonly matched: boolean
  /** The column that did not match, counted from zero; null when the rule matched. */
  readonly failedAt: number | null
  /** The other columns that do not match either. */
  readonly alsoFailedAt: readonly number[]
}

/** One table as it was evaluated. */
export interface TriedTable {
  /** The decision or knowledge model whose logic it is. */
  readonly owner: string
  readonly table: DecisionTable
  readonly inputs: readonly FeelValue[]
  readonly rules: readonly TriedRule[]
  /** Indexes of the rules that gave the result. */
  readonly chosen: readonly number[]
  readonly outputs: readonly (readonly FeelValue[])[]
  /** True when no rule matched and the default outputs gave the value. */
  readonly byDefault: boolean
  readonly value: FeelValue
}

/** One decision as it was made. */
export interface Made {
  readonly kind: 'decision' | 'knowledge' | 'service'
  readonly name: string
  readonly id: string
  readonly requires: readonly string[]
  readonly tables: readonly TriedTable[]
  readonly value: FeelValue
}

/** One input as it was read. */
export interface ReadInput {
  /** Where it stands in the data. */
  readonly path: readonly string[]
  /** As it was given; undefined when the data have none. */
  readonly given: FeelValue | undefined
  /** As its type takes it. */
  readonly value: FeelValue
}

/** Writes down what happens while decisions are made. */
export class Recorder {
  readonly inputs: ReadInput[] = []
  readonly made: Made[] = []
  private readonly open: TriedTable[][] = []

  input(read: ReadInput): void {
    this.inputs.push(read)
  }

  begin(): void {
    this.open.push([])
  }

  table(tried: TriedTable): void {
    this.open.at(-1)?.push(tried)
  }

  end(kind: Made['kind'], name: string, id: string, requires: readonly string[], value: FeelValue): void {
    this.made.push({ kind, name, id, requires, tables: this.open.pop() ?? [], value })
  }
}
