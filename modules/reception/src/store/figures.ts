import { type Reader, rows, sql } from '@tereze/foundation-database'
import type { QueueFigures } from '../contract/index.ts'

/** Figures of all tickets (neither named), of a letter, or of an hour. */
export interface FiguresRow extends QueueFigures {
  readonly letter: string | null
  readonly hour: number | null
}

/** Counts the tickets of a hall from one day to another by letter and by the hour in which they were taken. */
export function tallyTickets(
  reader: Reader,
  tenant: string,
  at: {
    readonly unit: string
    readonly from: string
    readonly until: string
    readonly today: string
    readonly zone: string
  },
): Promise<readonly FiguresRow[]> {
  return rows(
    reader,
    sql<FiguresRow>`select letter, hour, count(*)::int as taken,
        (count(*) filter (where state = 'finished'))::int as served,
        (count(*) filter (where state = 'no-show'))::int as "noShows",
        (count(*) filter (where state in ('waiting', 'called') and day < ${at.today}))::int as "left",
        round(percentile_cont(0.5) within group (order by waited))::int as median,
        round(percentile_cont(0.9) within group (order by waited))::int as p90
      from (
        select letter, state, day, extract(hour from taken_at at time zone ${at.zone})::int as hour,
          extract(epoch from first_called_at - taken_at)::float8 as waited
        from reception.tickets
        where tenant = ${tenant} and unit = ${at.unit} and day between ${at.from} and ${at.until}
      ) as taken
      group by grouping sets ((letter), (hour), ())
      order by letter nulls last, hour nulls last`,
  )
}
