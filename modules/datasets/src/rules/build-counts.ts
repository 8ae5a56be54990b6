import { type Cell, isDominated, placeOf, protectTable } from '@tereze/disclosure-control'
import type { DatasetDefinition } from '../definition/definition.ts'
import { hiddenColumn, totalCode, unknownCode } from './columns-of.ts'

/** Records counted together, before anything is hidden. */
export interface Group {
  readonly codes: readonly string[]
  readonly count: number
  readonly sum: number | null
  readonly largest: number | null
}

/** A value of a published table. */
export type Value = string | number | boolean | null
/** A row of a published table by column. */
export type Row = Readonly<Record<string, Value>>

/** A table that may be published, or the places that keep it from being published. */
export type Built =
  | { readonly rows: readonly Row[]; readonly hidden: number }
  | { readonly unprotected: readonly string[] }

type Counts = Extract<DatasetDefinition['shows'], { kind: 'counts' }>

interface Summed {
  readonly codes: Cell['codes']
  count: number
  sum: number
  largest: number
}

/** Every cell of the table: the groups, and totals over the dimensions that have them. */
function summedUp({ dimensions }: Counts, groups: readonly Group[]): Summed[] {
  const cells = new Map<string, Summed>()
  for (const { codes, count, sum, largest } of groups) {
    const named = codes.map(code => (code === '' ? unknownCode : code))
    const places = dimensions.reduce<(string | null)[][]>(
      (all, { total }, index) =>
        all.flatMap(begun => [[...begun, named[index] ?? unknownCode], ...(total === true ? [[...begun, null]] : [])]),
      [[]],
    )
    for (const place of places) {
      const key = placeOf(place)
      const cell = cells.get(key) ?? { codes: place, count: 0, sum: 0, largest: 0 }
      cell.count += count
      cell.sum += sum ?? 0
      cell.largest = Math.max(cell.largest, largest ?? 0)
      cells.set(key, cell)
    }
  }
  return [...cells.values()]
}

const codeOf = (code: string | null) => code ?? totalCode

/** What the version before shows and hides of a table of counts. */
function earlierOf({ dimensions, measures }: Counts, before: readonly Row[]) {
  const hidden = new Set<string>()
  const shown = new Map<string, number>()
  for (const row of before) {
    const codes = dimensions.map(({ name, total }) =>
      total === true && row[name] === totalCode ? null : String(row[name]),
    )
    const count = row[measures[0]?.name ?? '']
    if (row[hiddenColumn] === true) hidden.add(placeOf(codes))
    else if (typeof count === 'number') shown.set(placeOf(codes), count)
  }
  return { hidden, shown }
}

const rounded = (value: number) => Math.round(value * 10) / 10

/**
 * The table of counts as it may be published: totals added, small figures hidden with as many others as it takes, in an order that
 * does not depend on anything but the codes.
 * @param before the rows of the version before, where its columns were the same.
 */
export function buildCounts(shows: Counts, groups: readonly Group[], before: readonly Row[]): Built {
  const { dimensions, measures, disclosure } = shows
  const earlier = earlierOf(shows, before)
  const summed = summedUp(shows, groups)
  const known = new Set(summed.map(({ codes }) => placeOf(codes)))
  for (const place of earlier.hidden)
    if (!known.has(place)) summed.push({ codes: JSON.parse(place) as (string | null)[], count: 0, sum: 0, largest: 0 })
  const cells = summed.map(({ codes, count, sum, largest }) => ({
    codes,
    count,
    dominated: isDominated(largest, sum, disclosure.dominance),
  }))
  const { primary, secondary, open } = protectTable(cells, { threshold: disclosure.threshold }, earlier)
  if (open.size > 0) return { unprotected: [...open].map(index => (cells[index]?.codes ?? []).map(codeOf).join(' · ')) }
  const rows = summed.map(({ codes, count, sum }, index): Row => {
    const isHidden = primary.has(index) || secondary.has(index)
    const figure = { count, sum: rounded(sum), average: count === 0 ? null : rounded(sum / count) }
    return Object.fromEntries([
      ...dimensions.map(({ name }, place) => [name, codeOf(codes[place] ?? null)] as const),
      ...measures.map(({ name, measure }) => [name, isHidden ? null : figure[measure]] as const),
      [hiddenColumn, isHidden] as const,
    ])
  })
  const order = (row: Row) =>
    dimensions.map(({ name }) => (row[name] === totalCode ? '\uFFFF' : String(row[name]))).join('\u0001')
  return {
    rows: rows.toSorted((one, other) => (order(one) < order(other) ? -1 : 1)),
    hidden: primary.size + secondary.size,
  }
}
