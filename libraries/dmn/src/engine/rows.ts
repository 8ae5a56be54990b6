import type { FeelValue } from '@tereze/feel'
import { type Axis, NOWHERE } from '../tables/axis.ts'
import { UNSURE } from '../tables/program.ts'
import type { CompiledModel } from './compile.ts'
import { fastDecision } from './fast-decision.ts'

/** A value of a typed row: a number, text, a boolean, or for a date the days since 1970-01-01. */
export type RowValue = number | string | boolean

/** A decision over rows of values that are already of the types of the inputs, constraints included. */
export interface RowDecision {
  /** Where each value of a row comes from: the input and the components below it, joined by dots. */
  readonly columns: readonly string[]
  /** The kind of each value. */
  readonly kinds: readonly ('number' | 'string' | 'date' | 'boolean')[]
  /** The value for a row; undefined when several rules match or a value is none (NaN), so that the full evaluation must be asked. */
  readonly decide: (row: readonly RowValue[]) => FeelValue | undefined
}

/**
 * The decision as a function of typed rows, the fastest way to ask it; null when it is more than one table of constants over
 * input data.
 */
export function compileRows(compiled: CompiledModel, name: string): RowDecision | null {
  const element = compiled.elements.get(name)
  if (element?.kind !== 'decision') return null
  const fast = fastDecision(element)
  if (fast === null) return null
  const { program } = fast
  const axes = program.columns.map(column => column.axis)
  const masks = program.columns.map(column => column.masks)
  const { narrow } = program
  const atoms = axes.map(() => 0)
  return {
    columns: program.columns.map(column => column.path.join('.')),
    kinds: axes.map(axis => axis.kind),
    decide: row => {
      let live = -1
      for (let i = 0; i < axes.length; i++) {
        const atom = place(axes[i] as Axis, row[i])
        if (atom === NOWHERE) return undefined
        if (narrow) live &= (masks[i] as Uint32Array)[atom] as number
        else atoms[i] = atom
      }
      const rule = narrow ? program.ofBits(live) : program.ruleFor(atoms)
      return rule === UNSURE ? undefined : program.result(rule)
    },
  }
}

/** The atom of a typed value; `NOWHERE` for what is none of the axis's kind. */
function place(axis: Axis, value: RowValue | undefined): number {
  if (typeof value === 'string') return axis.locateText(value)
  if (typeof value === 'number') {
    // Neither NaN nor an infinity, and whole days for a date.
    if (value - value !== 0 || (axis.kind === 'date' && Math.floor(value) !== value)) return NOWHERE
    return axis.locateNumber(value)
  }
  return typeof value === 'boolean' ? axis.locateNumber(value ? 1 : 0) : NOWHERE
}
