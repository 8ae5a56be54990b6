import { getOrganisation, packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import { localDateOf } from '@tereze/working-time'
import { type Metric, type ServiceFigures, serviceFigures } from '../contract/index.ts'
import type { WorkRow } from '../store/works.ts'
import { levels } from './levels.ts'

const ofCases: Readonly<Partial<Record<Metric, keyof ServiceFigures>>> = {
  'cases-per-day': 'casesPerDay',
  'median-days': 'medianDays',
  'refused-percent': 'refusedPercent',
  'tasks-per-case': 'tasksPerCase',
}
const ofFiles = { visits: 'visits', papers: 'papers', 'human-steps': 'humanSteps' } as const

/**
 * The platform's own figure of a metric for a work: of cases since the publication, of the service as the work has it now. Null where it
 * has none.
 */
export async function figureOf(
  context: Context,
  organisation: string,
  row: WorkRow,
  metric: Metric,
): Promise<number | null> {
  if (metric in ofFiles)
    return (await levels(context, organisation, row)).after?.[ofFiles[metric as keyof typeof ofFiles]] ?? null
  const figure = ofCases[metric]
  if (figure === undefined || row.kind !== 'service' || row.publishedAt === null) return null
  const { zone } = getOrganisation(context.port(packages), organisation)
  const day = (instant: string) => localDateOf(instant, zone)
  const period = { from: day(row.publishedAt), to: day(context.now.toISOString()) }
  const figures = await context.port(serviceFigures).read(context, { organisation, service: row.package, ...period })
  return figures[figure]
}
