/** A field of a form as its layout says it. */
export interface Item {
  readonly field?: string
  readonly prefill?: string
  /** Clause that lets the person change what is known. */
  readonly because?: string
  readonly items?: readonly Item[]
}

/** A form by its layout. */
export interface AskingForm {
  readonly pages: readonly Item[]
}

/** What a source knows. */
export interface KnowingSource {
  readonly id: string
  readonly into?: string
  readonly otherwise: string
}

/** A field that is asked although it is known: its place in the file, what is wrong, and what it is about. */
export interface AskedProblem {
  readonly pointer: string
  readonly code: 'package.known-is-asked' | 'package.change-without-ground'
  readonly params: Readonly<Record<string, string>>
}

/** Fields of a layout, those inside others too, each with its place in the file. */
export function fieldsOf(items: readonly Item[], place: string): { item: Item; place: string }[] {
  return items.flatMap((item, index) => {
    const here = `${place}/${index}`
    const inner = fieldsOf(item.items ?? [], `${here}/items`)
    return item.field === undefined ? inner : [{ item, place: here }, ...inner]
  })
}

/** Whether a place holds a field. */
export const covers = (known: string, field: string) => field === known || field.startsWith(`${known}/`)

/**
 * Nothing is asked that a source of the service knows: such a field shows what is known, says so (`prefill`), and where the person
 * may change it, names the clause that lets them. What is asked only when its source does not answer is no such field.
 */
export function checkAsked(
  form: AskingForm,
  sources: readonly KnowingSource[],
  clauses: readonly string[],
): readonly AskedProblem[] {
  return fieldsOf(form.pages, '/pages').flatMap(({ item, place }): AskedProblem[] => {
    const { field = '', prefill, because } = item
    const known = sources.find(
      ({ into, otherwise }) => otherwise !== 'ask-applicant' && into !== undefined && covers(into, field),
    )
    if (known === undefined) return []
    const params = { field, source: known.id }
    if (prefill === undefined) return [{ pointer: place, code: 'package.known-is-asked', params }]
    if (prefill === 'locked' || (because !== undefined && clauses.includes(because))) return []
    return [{ pointer: place, code: 'package.change-without-ground', params }]
  })
}
