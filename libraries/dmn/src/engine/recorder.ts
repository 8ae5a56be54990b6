import type { FeelValue } from '@tereze/feel'
import type { DecisionTable } from '../model/model.ts'

/** One rule of a table as it was tried. */
export interface TriedRule {
  readonly index: number
  readonly matched: boolean
  /** The column that did not match, counted from zero; null when the rule matched. */
  readonly failedAt: number | null
}

/** One table as it was evaluated. */
export interface TriedTable {
  readonly table: DecisionTable
  readonly inputs: readonly FeelValue[]
  readonly rules: readonly TriedRule[]
  /** Indexes of the rules that gave the result. */
  readonly chosen: readonly number[]
  readonly outputs: readonly (readonly FeelValue[])[]
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

/** Writes down what happens while decisions are made. */
export class Recorder {
  readonly inputs: { readonly name: string; readonly value: FeelValue }[] = []
  readonly made: Made[] = []
  private readonly open: TriedTable[][] = []

  input(name: string, value: FeelValue): void {
    this.inputs.push({ name, value })
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
