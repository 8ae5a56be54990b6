import type { FieldKind, FieldLayout, ItemLayout } from '@tereze/forms'
import { withNewData } from '../draft/data-schema.ts'
import type { FormDraft, Spoken } from '../draft/form-draft.ts'
import { itemsIn, type Place, templateIn, withItems } from '../draft/place.ts'
import { answerKey, dotted, withWords } from '../draft/words.ts'
import { fieldStarts } from './field-kinds.ts'
import { freeId, freeName } from './free-name.ts'
import { made, type Outcome, refused } from './outcome.ts'

/** Where something new stands: on a page, in a group or in a repetition, before the item of that number. */
export interface Spot {
  readonly container: Place
  readonly index: number
}

/** The words with which new things begin, until somebody writes better ones. */
export interface FirstWords {
  readonly question: Spoken
  readonly group: Spoken
  readonly list: Spoken
  readonly page: Spoken
  readonly exit: Spoken
  /** Two answers to choose from. */
  readonly answers: readonly [Spoken, Spoken]
}

/** Adds a question of a kind: its place in the form, its data in the schema, its words. */
export function addField(draft: FormDraft, spot: Spot, kind: FieldKind, words: FirstWords): Outcome {
  const template = templateIn(draft.form, spot.container)
  const name = freeName(draft, template, 'answer')
  const { schema, layout } = fieldStarts[kind]
  const field: FieldLayout = { field: `/${name}`, as: kind, ...layout }
  const own = [...template, name]
  let next: FormDraft = { ...draft, schema: withNewData(draft.schema, own, schema) }
  next = withWords(next, `field.${dotted(own)}`, words.question)
  if (kind === 'choice' || kind === 'choices') {
    next = withWords(next, answerKey(own, 'first'), words.answers[0])
    next = withWords(next, answerKey(own, 'second'), words.answers[1])
  }
  return placed(next, spot, field)
}

/** Adds a group with one question in it: a group asks at least one. */
export function addGroup(draft: FormDraft, spot: Spot, words: FirstWords): Outcome {
  const group = freeId(draft, 'group', 'group')
  const named = withWords(draft, `group.${group}`, words.group)
  return withFirst(placed(named, spot, { group, items: [] }), words)
}

/** Adds a list of like elements with one question about each. */
export function addRepeat(draft: FormDraft, spot: Spot, words: FirstWords): Outcome {
  const template = templateIn(draft.form, spot.container)
  const name = freeName(draft, template, 'list')
  const own = [...template, name]
  const items = { type: 'object', properties: {} }
  const next = { ...draft, schema: withNewData(draft.schema, own, { type: 'array', maxItems: 20, items }) }
  const named = withWords(next, `field.${dotted(own)}`, words.list)
  return withFirst(placed(named, spot, { field: `/${name}`, as: 'repeat', items: [] }), words)
}

/** Adds a page with one question before the page of that number. */
export function addPage(draft: FormDraft, index: number, words: FirstWords): Outcome {
  const id = freeId(draft, 'page', 'page')
  const pages = [...draft.form.pages]
  pages.splice(index, 0, { id, items: [] })
  const named = withWords({ ...draft, form: { ...draft.form, pages } }, `page.${id}`, words.page)
  const outcome = withFirst(made(named, [index]), words)
  return outcome
}

/** Adds a page that ends the form: it says why, and is shown when its condition is true; at first never. */
export function addExitPage(draft: FormDraft, index: number, words: FirstWords): Outcome {
  const id = freeId(draft, 'page', 'exit')
  const pages = [...draft.form.pages]
  pages.splice(index, 0, { id, when: 'false', exit: `message:exit.${id}` })
  let next = withWords({ ...draft, form: { ...draft.form, pages } }, `page.${id}`, words.page)
  next = withWords(next, `exit.${id}`, words.exit)
  return made(next, [index])
}

function placed(draft: FormDraft, { container, index }: Spot, item: ItemLayout): Outcome {
  const items = itemsIn(draft.form, container)
  if (items === null) return refused('no-place')
  const at = Math.max(0, Math.min(index, items.length))
  const form = withItems(draft.form, container, [...items.slice(0, at), item, ...items.slice(at)])
  return made({ ...draft, form }, [...container, at])
}

function withFirst(outcome: Outcome, words: FirstWords): Outcome {
  if (!outcome.ok) return outcome
  const inner = addField(outcome.draft, { container: outcome.place, index: 0 }, 'text', words)
  return inner.ok ? made(inner.draft, outcome.place) : inner
}
