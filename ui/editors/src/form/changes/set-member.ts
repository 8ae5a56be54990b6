import { type FieldLayout, type FormLayout, type ItemLayout, isGroup, type PageLayout } from '@tereze/forms'
import type { FormDraft } from '../draft/form-draft.ts'
import { itemAt, type Place, pageAt, withItem, withPage } from '../draft/place.ts'
import { keptWhole } from './kept-whole.ts'
import { made, type Outcome, refused } from './outcome.ts'

/** Members of a question, a group, a repetition or a page that are set as they are; what they hold others is changed by other means. */
export type Member = Exclude<keyof FieldLayout, 'field' | 'as'> | 'key' | 'instead'

/** Sets a member at a place, or removes it (undefined). Refused where the form would no longer be one: a cycle, an unreadable condition. */
export function setMember(
  draft: FormDraft,
  place: Place,
  member: Member,
  value: string | number | boolean | readonly string[] | undefined,
): Outcome {
  const page = pageAt(draft.form, place)
  if (page === null) return refused('no-place')
  if (place.length === 1) {
    const form = withPage(draft.form, place, withMember(page, member, value) as PageLayout)
    return keptWhole(draft, made({ ...draft, form }, place))
  }
  const item = itemAt(draft.form, place)
  if (item === null) return refused('no-place')
  const form = withItem(draft.form, place, withMember(item, member, value) as ItemLayout)
  const outcome = made({ ...draft, form }, place)
  return harmless.has(member) ? outcome : keptWhole(draft, outcome)
}

/** Members that no value of theirs keeps a form from being compiled. */
const harmless: ReadonlySet<Member> = new Set(['prefill', 'because', 'own', 'max', 'instead'])

/** The kind of electronic signature that the form asks for; undefined: the sign-in is enough. */
export function setSignature(draft: FormDraft, signature: FormLayout['signature']): Outcome {
  const { signature: _, ...rest } = draft.form
  const form: FormLayout = signature === undefined ? rest : { ...inFront(rest, { signature }), pages: rest.pages }
  return made({ ...draft, form }, [])
}

function inFront(form: FormLayout, members: Partial<FormLayout>): Partial<FormLayout> {
  const { pages: _, ...rest } = form
  return { ...rest, ...members }
}

/** A member keeps its place; a new one stands before what the thing holds. */
function withMember(of: object, member: string, value: unknown): object {
  if (value === undefined) return Object.fromEntries(Object.entries(of).filter(([name]) => name !== member))
  if (member in of) return { ...of, [member]: value }
  const { items, ...rest } = of as { items?: unknown }
  return items === undefined ? { ...rest, [member]: value } : { ...rest, [member]: value, items }
}

/** The id of the page or group at a place, and the key of its words. */
export function headed(draft: FormDraft, place: Place): { readonly id: string; readonly key: string } | null {
  if (place.length === 1) {
    const page = pageAt(draft.form, place)
    return page === null ? null : { id: page.id, key: `page.${page.id}` }
  }
  const item = itemAt(draft.form, place)
  return item !== null && isGroup(item) ? { id: item.group, key: `group.${item.group}` } : null
}
