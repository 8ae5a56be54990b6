/** Incidents of one day by how much they matter. */
export interface DayCount {
  readonly day: string
  readonly low: number
  readonly medium: number
  readonly high: number
}

/** How much an incident matters, the gravest first. */
export const severities = ['high', 'medium', 'low'] as const
/** How much an incident matters. */
export type Severity = (typeof severities)[number]

/** A part of a bar in the picture. */
export interface Block {
  readonly day: string
  readonly severity: Severity
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Days as bars. */
export interface DayBars {
  readonly blocks: readonly Block[]
  /** The count at the upper edge of the picture; at least 1. */
  readonly most: number
}

const share = 0.7

/** Places days as bars beside each other in a picture of a width and height, the gravest incidents at the bottom of each. */
export function layOutDays(days: readonly DayCount[], size: { width: number; height: number }): DayBars {
  const most = Math.max(1, ...days.map(({ low, medium, high }) => low + medium + high))
  const step = size.width / Math.max(1, days.length)
  const blocks = days.flatMap((day, n) => {
    let top = size.height
    return severities.flatMap(severity => {
      const height = (day[severity] / most) * size.height
      top -= height
      if (height === 0) return []
      return [{ day: day.day, severity, x: n * step + (step * (1 - share)) / 2, y: top, width: step * share, height }]
    })
  })
  return { blocks, most }
}
