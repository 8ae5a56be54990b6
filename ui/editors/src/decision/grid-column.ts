import type { ColumnKind, DecisionTable, Rule } from '@tereze/dmn'

/** A column of the table as the grid counts them: inputs, outputs, annotations, from zero. */
export interface GridColumn {
  readonly kind: ColumnKind
  /** Among its kind. */
  readonly index: number
  /** What a reader sees: its label, or what it is computed from, or its name. */
  readonly head: string
}

/** The columns of a table from left to right. */
export function gridColumns(table: DecisionTable): GridColumn[] {
  return [
    ...table.inputs.map(({ label, expression }, index) => ({
      kind: 'input' as const,
      index,
      head: label || expression.text,
    })),
    ...table.outputs.map(({ label, name }, index) => ({
      kind: 'output' as const,
      index,
      head: label || name || table.outputLabel,
    })),
    ...table.annotations.map((name, index) => ({ kind: 'annotation' as const, index, head: name })),
  ]
}

/** What a cell of the grid says; any input is `-`. */
export function cellText(rule: Rule, { kind, index }: GridColumn): string {
  if (kind === 'annotation') return rule.annotations[index] ?? ''
  if (kind === 'output') return rule.outputs[index]?.text ?? ''
  return rule.tests[index]?.text || '-'
}
