import { type MinedService, mineService, tallyCases } from '@tereze/cases/contract'
import { isRefused, type OutputOf } from '@tereze/operation'
import type { ServiceFigureSource, ServiceFigures } from '@tereze/studio/contract'

const day = 86_400

const rounded = (value: number) => Math.round(value * 100) / 100

/**
 * The figures of a service out of what its cases did.
 * @param mined how they went; null where none was opened in the time. @param groups decided cases by service, outcome and month.
 */
export function figuresFrom(
  mined: Pick<MinedService, 'cases' | 'finished' | 'time' | 'steps'> | null,
  groups: OutputOf<typeof tallyCases>['groups'],
  { service, from, to }: { readonly service: string; readonly from: string; readonly to: string },
): ServiceFigures {
  const sum = (some: typeof groups) => some.reduce((all, { count }) => all + count, 0)
  const decided = groups.filter(({ codes: [id, , month = ''] }) => id === service && month >= from.slice(0, 7))
  const refused = sum(decided.filter(({ codes }) => codes[1] === 'refused'))
  const refusedPercent = decided.length === 0 ? null : rounded((refused / sum(decided)) * 100)
  if (mined === null) return { casesPerDay: null, medianDays: null, tasksPerCase: null, refusedPercent }
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 1_000 / day) + 1
  const tasks = mined.steps.filter(({ kind }) => kind === 'task').reduce((all, { done }) => all + done, 0)
  return {
    casesPerDay: rounded(mined.cases / days),
    medianDays: mined.time === null ? null : rounded(mined.time.p50 / day),
    tasksPerCase: mined.finished === 0 ? null : rounded(tasks / mined.finished),
    refusedPercent,
  }
}

/** The figures of services, out of what the cases of the organisation really did. */
export const figuresOfCases: ServiceFigureSource = {
  async read(context, { organisation, ...question }) {
    const mined = await context.call(mineService, { organisation, ...question })
    const counted = await context.call(tallyCases, { organisation, by: ['service', 'outcome', 'month'] })
    return figuresFrom(isRefused(mined) ? null : mined, isRefused(counted) ? [] : counted.groups, question)
  },
}
