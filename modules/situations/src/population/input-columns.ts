import type { Column } from '@tereze/dmn'
import { agesOn } from './ages-on.ts'
import type { InputSource } from './bind-inputs.ts'

/** The columns of a register that have to be read for inputs, each once. */
export function readColumnsOf(inputs: Readonly<Record<string, InputSource>>): string[] {
  return [...new Set(Object.values(inputs).flatMap(source => (source.from === 'value' ? [] : [source.column])))]
}

/**
 * A portion of a register as the inputs of a decision, by their dotted names. Pure.
 * @param portion its columns as they were read: dates as days since 1970-01-01 or ISO dates.
 * @param on the day for which is decided, an ISO date.
 */
export function inputColumns(
  inputs: Readonly<Record<string, InputSource>>,
  portion: { readonly count: number; readonly columns: Readonly<Record<string, Column>> },
  on: string,
): Record<string, Column> {
  const read = (name: string): Column => {
    const column = portion.columns[name]
    if (column === undefined) throw new Error(`the column ${name} was not read`)
    return column
  }
  const of = (source: InputSource): Column => {
    if (source.from === 'value') return new Array(portion.count).fill(source.value)
    return source.from === 'years' ? agesOn(read(source.column), on) : read(source.column)
  }
  return Object.fromEntries(Object.entries(inputs).map(([input, source]) => [input, of(source)]))
}
