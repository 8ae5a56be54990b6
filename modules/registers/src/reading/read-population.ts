import type { Reader } from '@tereze/foundation-database'
import type { RegisterDefinition } from '../definition/definition.ts'
import { type ReadColumn, readColumns } from '../store/population.ts'

/** The values of a column by position: a typed array where none is missing (days since 1970-01-01 for dates), else JSON values. */
export type PopulationColumn = Float64Array | ReadColumn

/** A portion of the records of a register. */
export interface PopulationPortion {
  /** Id of the last record in it: where reading goes on after a stop. */
  readonly last: string
  readonly count: number
  readonly columns: Readonly<Record<string, PopulationColumn>>
}

const day = 86_400_000

/** Dates of which some are missing are given as ISO texts, since a typed array has no place for what is missing. */
function columnOf(values: ReadColumn, type: string | undefined): PopulationColumn {
  if (type !== 'number' && type !== 'date') return values
  if (!values.includes(null)) return Float64Array.from(values as readonly number[])
  if (type === 'number') return values
  return values.map(days => (days === null ? null : new Date(Number(days) * day).toISOString().slice(0, 10)))
}

/**
 * All current records of a register after an id, as portions of columns, without regard to who may read them: nothing of a record may
 * leave whoever asks, only what was decided or counted. The next portion is read while the last one is worked on, so the database and
 * the caller keep a core each busy; no more than two portions are held at once.
 * @param read runs a statement on a connection; each portion is a reading of its own, none lasts long.
 * @throws Error for a column that the register does not project.
 */
export async function* readPopulation(
  read: <T>(work: (reader: Reader) => Promise<T>) => Promise<T>,
  definition: Pick<RegisterDefinition, 'id' | 'version' | 'owner' | 'columns'>,
  names: readonly string[],
  { after = '', portion = 20_000 }: { readonly after?: string; readonly portion?: number } = {},
): AsyncGenerator<PopulationPortion, void, void> {
  const begin = (from: string) => {
    const reading = read(reader => readColumns(reader, definition, names, from, portion))
    // Whoever stops in between never awaits what was read ahead; its failure is then nobody's.
    reading.catch(() => undefined)
    return reading
  }
  let reading = begin(after)
  for (let found = await reading; found !== null; found = await reading) {
    const { last, count, columns } = found
    reading = count < portion ? Promise.resolve(null) : begin(last)
    const typed = names.map((name, place): [string, PopulationColumn] => {
      const type = definition.columns.find(column => column.name === name)?.type
      return [name, columnOf(columns[place] ?? [], type)]
    })
    yield { last, count, columns: Object.fromEntries(typed) }
  }
}
