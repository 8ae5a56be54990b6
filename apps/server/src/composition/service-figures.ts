import { mineService, tallyCases } from '@tereze/cases/contract'
import { isRefused } from '@tereze/operation'
import type { ServiceFigureSource } from '@tereze/studio/contract'

const day = 86_400

const rounded = (value: number) => Math.round(value * 100) / 100

/** The figures of services, out of what the cases of the organisation really did. */
export const figuresOfCases: ServiceFigureSource = {
  async read(context, { organisation, service, from, to }) {
    const mined = await context.call(mineService, { organisation, service, from, to })
    const counted = await context.call(tallyCases, { organisation, by: ['service', 'outcome', 'month'] })
    const decided = isRefused(counted)
      ? []
      : counted.groups.filter(({ codes: [id, , month = ''] }) => id === service && month >= from.slice(0, 7))
    const all = decided.reduce((sum, { count }) => sum + count, 0)
    const refused = decided.filter(({ codes }) => codes[1] === 'refused').reduce((sum, { count }) => sum + count, 0)
    const refusedPercent = all === 0 ? null : rounded((refused / all) * 100)
    if (isRefused(mined)) return { casesPerDay: null, medianDays: null, tasksPerCase: null, refusedPercent }
    const days = Math.round((Date.parse(to) - Date.parse(from)) / 1_000 / day) + 1
    const tasks = mined.steps.filter(({ kind }) => kind === 'task').reduce((sum, { done }) => sum + done, 0)
    return {
      casesPerDay: rounded(mined.cases / days),
      medianDays: mined.time === null ? null : rounded(mined.time.p50 / day),
      tasksPerCase: mined.finished === 0 ? null : rounded(tasks / mined.finished),
      refusedPercent,
    }
  },
}
