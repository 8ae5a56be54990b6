import type { Context } from '@tereze/foundation-operations'
import { type Port, port } from '@tereze/operation'

/** How the cases of a service went in a time; null where no case says it. */
export interface ServiceFigures {
  readonly casesPerDay: number | null
  /** Median of the finished cases, days by the clock. */
  readonly medianDays: number | null
  /** Refused of decided cases, 0–100; of all months since the first day. */
  readonly refusedPercent: number | null
  /** Tasks of people done, for each finished case. */
  readonly tasksPerCase: number | null
}

/** What knows how the cases of services go; bound by the composition root, since cases are no matter of this module. */
export interface ServiceFigureSource {
  /** @param from the first and `to` the last local date on which the cases were opened. */
  read(
    context: Context,
    question: {
      readonly organisation: string
      readonly service: string
      readonly from: string
      readonly to: string
    },
  ): Promise<ServiceFigures>
}
/** What knows how the cases of services go. */
export const serviceFigures: Port<ServiceFigureSource> = port<ServiceFigureSource>('studio.service-figures')
