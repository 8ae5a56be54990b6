import {
  allProblems,
  type CompiledForm,
  compileForm,
  type FormInput,
  type FormState,
  formState,
  type ItemState,
  isObject,
  type Json,
  type JsonObject,
  type PageState,
  type Prefill,
  type Problem,
  submission,
} from '@tereze/forms'
import { addElement, readPosted, removeElement } from '@tereze/ui-forms'

/** Where in a form somebody is: on one of its pages, or looking once more at everything. */
export interface Place {
  /** Page id; `review` when everything is shown. */
  readonly page: string
  /** What was given so far. */
  readonly draft: JsonObject
  /** What is wrong with the page as it was left. */
  readonly problems: readonly Problem[]
  /** True when an answer on this page led to more questions on it. */
  readonly more?: boolean
}

/** A form being filled in: what is asked, what is known, the moment. */
export interface FormFlow {
  readonly form: CompiledForm
  /** Data of the case, under what the person gives. */
  readonly known: JsonObject
  readonly prefill: readonly Prefill[]
  readonly context: JsonObject
  readonly now: string
  readonly zone: string
}

/** The id of the page on which everything is looked at once more. */
export const REVIEW = 'review'

/** @throws Error when the form does not compile: publishing refuses such packages. */
export function openForm(of: Omit<FormFlow, 'form'> & { schema: JsonObject; layout: unknown }): FormFlow {
  const { schema, layout, ...rest } = of
  const compiled = compileForm({ schema, form: layout })
  if (!compiled.ok) throw new Error(`form does not compile: ${JSON.stringify(compiled.problems)}`)
  return { ...rest, form: compiled.form }
}

/** The state of the form with a draft. */
export function flowState(flow: FormFlow, draft: JsonObject): FormState {
  return formState(flow.form, flowInput(flow, draft))
}

/** Pages that ask something now, up to the one that ends the form. */
export function openPages(state: FormState): PageState[] {
  const visible = state.pages.filter(
    page => page.visible && (page.exit !== null || page.items.some(item => item.visible)),
  )
  const end = visible.findIndex(page => page.exit !== null)
  return end < 0 ? visible : visible.slice(0, end + 1)
}

/** Where a form begins. */
export function firstPlace(flow: FormFlow): Place {
  return { page: openPages(flowState(flow, {}))[0]?.id ?? REVIEW, draft: {}, problems: [] }
}

/** A sent page as it was filled in, unchecked. */
export function keptPlace(flow: FormFlow, form: URLSearchParams): Place {
  const page = form.get('_page') ?? ''
  const layout = { pages: flow.form.layout.pages.filter(candidate => candidate.id === page) }
  return { page, draft: readPosted(layout, form, readDraft(form.get('_draft'))), problems: [] }
}

/** Pointers of the fields that a page shows. */
function shownFields(state: FormState, page: string): ReadonlySet<string> {
  const items = state.pages.filter(candidate => candidate.id === page).flatMap(candidate => candidate.items)
  return new Set(items.flatMap(shown))
}

function shown(item: ItemState): string[] {
  if (!item.visible) return []
  if (item.kind === 'group') return item.items.flatMap(shown)
  return item.kind === 'field'
    ? [item.pointer]
    : [item.pointer, ...item.elements.flatMap(one => one.items.flatMap(shown))]
}

/** True for a problem of a field that only this answer brought: nobody has been asked it yet. */
function isNew(problem: Problem, now: ReadonlySet<string>, before: ReadonlySet<string>): boolean {
  const field = [...now].filter(pointer => problem.pointer === pointer || problem.pointer.startsWith(`${pointer}/`))
  const closest = field.sort((one, other) => other.length - one.length)[0]
  return closest !== undefined && !before.has(closest)
}

/** What a sent page leads to: another place in the form, or the finished answers. */
export type Step = { readonly place: Place } | { readonly answers: JsonObject }

/**
 * One step through the form. The page is read into the draft; going back or adding an element never checks, going on
 * checks the page, sending checks everything and leads to the first page with a mistake. Questions that an answer brings
 * on its own page are first asked, then checked. Nothing is sent but from the review.
 */
export function takeStep(flow: FormFlow, form: URLSearchParams): Step {
  const { page, draft } = keptPlace(flow, form)
  const at = (where: string, problems: readonly Problem[] = []): Step => ({ place: { page: where, draft, problems } })

  const add = form.get('_add')
  if (add !== null) return { place: { page, draft: addElement(draft, add), problems: [] } }
  const remove = form.get('_remove')
  if (remove !== null) return { place: { page, draft: removeElement(draft, remove), problems: [] } }

  const state = flowState(flow, draft)
  const pages = openPages(state)
  const index = pages.findIndex(candidate => candidate.id === page)
  const to = form.get('_to') ?? 'next'
  if (to === 'previous') return at(pages[Math.max(0, (index < 0 ? pages.length : index) - 1)]?.id ?? page)
  const asked = pages.find(candidate => candidate.id === to)
  if (asked !== undefined) return at(asked.id)
  if (page !== REVIEW) {
    const problems = allProblems({ ...state, pages: pages.filter(candidate => candidate.id === page) })
    if (problems.length > 0) {
      const seen = shownFields(flowState(flow, readDraft(form.get('_draft'))), page)
      const wrong = problems.filter(problem => !isNew(problem, shownFields(state, page), seen))
      return { place: { page, draft, problems: wrong, ...(wrong.length < problems.length ? { more: true } : {}) } }
    }
    return at(pages[index + 1]?.id ?? REVIEW)
  }
  const result = submission(flow.form, flowInput(flow, draft))
  if (result.ok) return { answers: result.data }
  const wrong = pages.find(candidate => allProblems({ ...state, pages: [candidate] }).length > 0) ?? pages.at(-1)
  return at(wrong?.id ?? page, result.problems)
}

/** The draft as it travels with the page. */
export function draftText(draft: JsonObject): string {
  return JSON.stringify(draft)
}

function readDraft(text: string | null): JsonObject {
  if (text === null || text.length > 200_000) return {}
  try {
    const value = JSON.parse(text) as Json
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}

function flowInput(flow: FormFlow, draft: JsonObject): FormInput {
  return {
    data: overlay(flow.known, draft),
    prefill: flow.prefill,
    context: flow.context,
    now: flow.now,
    zone: flow.zone,
  }
}

/** What is given lies over what is known; objects are joined, everything else replaces. */
function overlay(under: JsonObject, over: JsonObject): JsonObject {
  const result: Record<string, Json> = { ...under }
  for (const [name, value] of Object.entries(over)) {
    const below = Object.hasOwn(under, name) ? under[name] : undefined
    Object.defineProperty(result, name, {
      value: isObject(value) && isObject(below) ? overlay(below, value) : value,
      enumerable: true,
      configurable: true,
      writable: true,
    })
  }
  return result
}
