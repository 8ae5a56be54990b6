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

/** When an applicant is asked for a need, or it is fetched; null: always. What is chosen from a list is not asked while there is none. */
export function askedWhen(plan: Plan, { variants, when, from, of }: Need): string | null {
  const parts = [
    plan.within(variants),
    when,
    from === 'applicant' && of !== undefined ? `count(${of}) > 0` : null,
  ].filter(part => part !== null && part !== undefined)
  return parts.length < 2 ? (parts[0] ?? null) : parts.map(part => `(${part})`).join(' and ')
}

/** A page that ends the form, where there is no account to be paid to. */
export const noAccount = 'no-account'

/** When somebody who is to be paid has no account; null where nobody is asked for one. */
export function withoutAccount({ asked }: Plan): string | null {
  const lists = asked.flatMap(({ as, of }) => (as === 'bank-account' && of !== undefined ? [of] : []))
  return lists.length === 0 ? null : lists.map(list => `count(${list}) = 0`).join(' or ')
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

/** A page of the form; one with `exit` ends it. */
export interface FormPage {
  readonly id: Page | typeof noAccount
  readonly when?: string
  readonly exit?: string
  readonly items?: readonly Record<string, unknown>[]
}

/** The application form: questions that choose the variant, information, documents, where to pay. */
export function applicationForm(plan: Plan): { readonly format: 1; readonly pages: readonly FormPage[] } {
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
  const questions = plan.questions.map(({ name }) => ({
    page: 'questions' as Page,
    item: { field: `/${name}`, as: 'choice' } as Record<string, unknown>,
  }))
  const needs = plan.asked.map(need => ({ page: pageOf(need), item: item(plan, need) }))
  const placed = [...questions, ...needs]
  return {
    format: 1,
    pages: pages.flatMap((id): FormPage[] => {
      const items = placed.filter(({ page }) => page === id).map(one => one.item)
      if (items.length === 0) return []
      const conditions = items.map(({ when }) => when)
      const all = conditions.every(when => typeof when === 'string')
      const when = [...new Set(conditions)].map(text => `(${String(text)})`).join(' or ')
      const none = id === 'account' ? withoutAccount(plan) : null
      const exit: FormPage[] = none === null ? [] : [{ id: noAccount, when: none, exit: `message:exit.${noAccount}` }]
      return [...exit, { id, ...(all ? { when } : {}), items }]
    }),
  }
}
