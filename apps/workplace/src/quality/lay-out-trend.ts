/** The index on a day; null where nothing was checked. */
export interface TrendPoint {
  readonly day: string
  readonly index: number | null
}

/** A point of the picture, with the day it stands for. */
export interface PlacedPoint {
  readonly x: number
  readonly y: number
  readonly point: TrendPoint & { readonly index: number }
}

/** The trend as places in a picture. */
export interface Trend {
  readonly points: readonly PlacedPoint[]
  /** The index at the lower edge of the picture; the upper edge is 100. */
  readonly from: number
}

const day = 86_400_000

/**
 * Places points in a picture of a width and height by their days. The scale begins at the whole ten below the worst point, so that
 * small changes are seen, and always ends at 100; one day alone stands in the middle.
 */
export function layOutTrend(history: readonly TrendPoint[], size: { width: number; height: number }): Trend {
  const known = history.flatMap(({ day: of, index }) => (index === null ? [] : [{ day: of, index }]))
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return { points: [], from: 0 }
  const from = Math.min(90, Math.floor(Math.min(...known.map(({ index }) => index)) / 10) * 10)
  const began = Date.parse(first.day)
  const days = Math.round((Date.parse(last.day) - began) / day)
  const points = known.map(point => ({
    x: days === 0 ? size.width / 2 : (Math.round((Date.parse(point.day) - began) / day) / days) * size.width,
    y: size.height * (1 - (point.index - from) / (100 - from)),
    point,
  }))
  return { points, from }
}
