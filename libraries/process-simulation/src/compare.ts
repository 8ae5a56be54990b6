import type { Burden } from './result.ts'
import type { Spread } from './spread.ts'

/** What can be said of a process whether it was simulated or watched; null: not known. */
export interface Measured {
  readonly finished: number
  readonly time: Spread | null
  readonly waiting: Spread | null
  readonly processing: Spread | null
  readonly cost: { readonly perFinished: number } | null
  readonly burden: Burden | null
}

/** What is compared: seconds of a case (mean and the slowest tenth), what it costs, what it asks of people. */
export const measures = ['time', 'time-p90', 'waiting', 'processing', 'cost', 'visits', 'papers', 'handlings'] as const
/** Name of one thing that is compared. */
export type Measure = (typeof measures)[number]

/** One measure over all variants, in their order. */
export interface ComparedMeasure {
  readonly measure: Measure
  /** Seconds, money or times per finished instance; null: not known of this variant. */
  readonly values: readonly (number | null)[]
  /** Change against the first variant as a share of it (−0.5: half); null for the first, and where there is nothing to compare. */
  readonly changes: readonly (number | null)[]
}

const measureOf: Readonly<Record<Measure, (of: Measured) => number | null>> = {
  time: of => of.time?.mean ?? null,
  'time-p90': of => of.time?.p90 ?? null,
  waiting: of => of.waiting?.mean ?? null,
  processing: of => of.processing?.mean ?? null,
  cost: of => of.cost?.perFinished ?? null,
  visits: of => of.burden?.visits ?? null,
  papers: of => of.burden?.papers ?? null,
  handlings: of => of.burden?.handlings ?? null,
}

function changeOf(first: number | null | undefined, value: number | null): number | null {
  if (first === null || first === undefined || value === null || first === 0) return null
  return Number(((value - first) / first).toFixed(4))
}

/** Puts variants of one process side by side: as it is, and as it might be. */
export function compareVariants(variants: readonly Measured[]): readonly ComparedMeasure[] {
  return measures.map(measure => {
    const values = variants.map(measureOf[measure])
    const [first] = values
    return { measure, values, changes: values.map((value, place) => (place === 0 ? null : changeOf(first, value))) }
  })
}
