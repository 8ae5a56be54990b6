import { equalValues, type FeelValue, isList } from '@tereze/feel'
import { constantOf } from '../describe/words.ts'
import type { DecisionTable } from '../model/model.ts'

/** The outputs of a table's rules, as far as they are constants. */
export class Outputs {
  private readonly table: DecisionTable
  private readonly kept = new Map<string, FeelValue | undefined>()

  constructor(table: DecisionTable) {
    this.table = table
  }

  /** True unless two rules surely give the same: equal values, or the same text. */
  differ(a: number, b: number): boolean {
    return this.table.outputs.some((_, column) => {
      const [x, y] = [this.text(a, column), this.text(b, column)]
      if (x === y) return false
      const [one, other] = [this.constant(x), this.constant(y)]
      return one === undefined || other === undefined || equalValues(one, other) !== true
    })
  }

  /** By rule: the places of its outputs among the listed values, most important first; null where they are no constants. */
  ranks(): (readonly number[] | null)[] {
    const lists = this.table.outputs.map(({ values }) => {
      const list = values === null || values.text === '' ? null : this.constant(`[${values.text}]`)
      return isList(list) ? list : null
    })
    return this.table.rules.map((_, rule) => {
      const ranks = lists.map((list, column) => {
        if (list === null) return 0
        const value = this.constant(this.text(rule, column))
        if (value === undefined) return Number.NaN
        const at = list.findIndex(item => equalValues(item, value) === true)
        return at < 0 ? list.length : at
      })
      return ranks.some(Number.isNaN) ? null : ranks
    })
  }

  private text(rule: number, column: number): string {
    return this.table.rules[rule]?.outputs[column]?.text.trim() ?? ''
  }

  private constant(text: string): FeelValue | undefined {
    if (text === '') return null
    if (this.kept.has(text)) return this.kept.get(text)
    const value = constantOf(text)
    this.kept.set(text, value)
    return value
  }
}
