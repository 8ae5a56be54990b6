import type { Need } from '../format/needs.ts'
import type { Plan } from '../plan.ts'
import { asksNothing, confirmation } from './fields.ts'

/** Pages of the application in their order. */
export const pages = ['questions', 'information', 'documents', 'account', 'confirmation'] as const
/** A page of the application. */
export type Page = (typeof pages)[number]

function pageOf({ as }: Need): Page {
  return as === 'files' ? 'documents' : as === 'bank-account' ? 'account' : 'information'
}

/** When an applicant is asked for a need; null: always. */
export function askedWhen(plan: Plan, { variants, when }: Need): string | null {
  const within = plan.within(variants)
  if (within === null) return when ?? null
  return when === undefined ? within : `(${within}) and (${when})`
}

function item(plan: Plan, need: Need): Record<string, unknown> {
  const { id, as, of, max } = need
  const when = askedWhen(plan, need)
  return {
    field: `/${id}`,
    as: as === 'child' ? 'person-choice' : as,
    ...(when === null ? {} : { when }),
    ...(of === undefined ? {} : { from: of }),
    ...(as === 'files' ? { max: max ?? 5 } : {}),
  }
}

/** The application form: questions that choose the variant, information, documents, where to pay. */
export function applicationForm(plan: Plan): { readonly format: 1; readonly pages: readonly { readonly id: Page; readonly items: readonly Record<string, unknown>[]; readonly when?: string }[] } {
  if (asksNothing(plan))
    return {
      format: 1,
      pages: [
        {
          id: 'confirmation',
          items: [{ field: `/${confirmation}`, as: 'yes-no', check: `${confirmation} = true` }],
        },
      ],
    }
  const questions = plan.questions.map(({ name }) => ({ page: 'questions' as Page, item: { field: `/${name}`, as: 'choice' } as Record<string, unknown> }))
  const needs = plan.asked.map(need => ({ page: pageOf(need), item: item(plan, need) }))
  const placed = [...questions, ...needs]
  return {
    format: 1,
    pages: pages.flatMap(id => {
      const items = placed.filter(({ page }) => page === id).map(one => one.item)
      if (items.length === 0) return []
      const conditions = items.map(({ when }) => when)
      const all = conditions.every(when => typeof when === 'string')
      const when = [...new Set(conditions)].map(text => `(${String(text)})`).join(' or ')
      return [{ id, ...(all ? { when } : {}), items }]
    }),
  }
}
