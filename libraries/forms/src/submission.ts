import type { CompiledForm } from './compiled.ts'
import { formState } from './form-state.ts'
import type { JsonObject } from './json.ts'
import type { Problem } from './problem.ts'
import type { Discrepancy, FormInput, FormState, ItemState } from './state.ts'

/** The data of a valid form with what differs from what was known, or everything that is wrong. */
export type Submission =
  | { readonly ok: true; readonly data: JsonObject; readonly discrepancies: readonly Discrepancy[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** A page that may be left, or what is wrong on it. */
export type PageCheck = { readonly ok: true } | { readonly ok: false; readonly problems: readonly Problem[] }

/** Checks one page as it is left (semantics 9). An unknown or hidden page has nothing to check. */
export function validatePage(form: CompiledForm, input: FormInput, page: string): PageCheck {
  const state = formState(form, input)
  const found = state.pages.find(candidate => candidate.id === page && candidate.visible)
  const problems = found === undefined ? [] : found.items.flatMap(problemsOf)
  return problems.length === 0 ? { ok: true } : { ok: false, problems }
}

/**
 * Checks everything again and gives the data to submit: visible values only, calculated ones computed here, locked ones
 * as they are known. A form that has reached an exit page is refused with `form.exit`.
 */
export function submission(form: CompiledForm, input: FormInput): Submission {
  const state = formState(form, input)
  if (state.exit !== null)
    return { ok: false, problems: [{ pointer: '', code: 'form.exit', params: { page: state.exit } }] }
  const fields = allProblems(state)
  const taken = new Set(fields.map(problem => problem.pointer))
  const locked = new Set(state.pages.flatMap(page => page.items.flatMap(lockedPointers)))
  const whole = form.validators
    .whole(state.values)
    .filter(
      problem =>
        ![...taken, ...locked].some(
          pointer => problem.pointer === pointer || problem.pointer.startsWith(`${pointer}/`),
        ),
    )
    .filter(problem => !fieldsCover(state, problem.pointer))
  const problems = [...fields, ...whole]
  return problems.length === 0
    ? { ok: true, data: state.values, discrepancies: state.discrepancies }
    : { ok: false, problems }
}

/** Problems of all visible fields, in the order in which they stand. */
export function allProblems(state: FormState): Problem[] {
  return state.pages.filter(page => page.visible).flatMap(page => page.items.flatMap(problemsOf))
}

function problemsOf(item: ItemState): readonly Problem[] {
  if (!item.visible) return []
  if (item.kind === 'field') return item.problems
  if (item.kind === 'group') return item.items.flatMap(problemsOf)
  return [...item.problems, ...item.elements.flatMap(element => element.items.flatMap(problemsOf))]
}

/** Values that are not the person's to correct. */
function lockedPointers(item: ItemState): string[] {
  if (item.kind === 'group') return item.items.flatMap(lockedPointers)
  if (item.kind === 'field') return item.calculated || item.mode === 'locked' ? [item.pointer] : []
  if (item.mode === 'locked') return [item.pointer]
  return item.elements.flatMap(element => element.items.flatMap(lockedPointers))
}

/** A field found nothing wrong with its own value, so what the whole says inside it was said of the same places. */
function fieldsCover(state: FormState, pointer: string): boolean {
  const covers = (item: ItemState): boolean => {
    if (item.kind === 'group') return item.items.some(covers)
    if (item.kind === 'field') return pointer === item.pointer || pointer.startsWith(`${item.pointer}/`)
    return item.elements.some(element => element.items.some(covers))
  }
  return state.pages.some(page => page.items.some(covers))
}
