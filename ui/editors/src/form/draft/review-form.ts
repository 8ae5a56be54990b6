import { type FieldLayout, isGroup, isRepeat } from '@tereze/forms'
import { unchosenRegisters } from '../changes/field-kinds.ts'
import { answersOf } from '../changes/set-answers.ts'
import { schemaOf } from './data-schema.ts'
import { expressionsOf, readsOf, touches } from './feel-paths.ts'
import { type FormDraft, languages } from './form-draft.ts'
import type { Neighbours } from './neighbours.ts'
import { allItems, itemsIn, type Place, type Placed } from './place.ts'
import { answerKey, dotted } from './words.ts'

/** What a person who fills a form in may stumble over. The words, with the way out, are `hint.<code>` of this editor. */
export interface FormHint {
  readonly place: Place
  readonly code:
    | 'label-missing'
    | 'label-long'
    | 'label-twice'
    | 'label-untranslated'
    | 'hint-long'
    | 'answer-without-words'
    | 'answers-many'
    | 'page-crowded'
    | 'page-untitled'
    | 'group-untitled'
    | 'asked-too-late'
    | 'reason-missing'
    | 'concept-missing'
    | 'files-unexplained'
    | 'exit-without-way'
    | 'register-unchosen'
  readonly params: Readonly<Record<string, string | number>>
}

/** More than this does not fit the eye: a label, a hint, answers to look through, questions on a page (WCAG 2.2, 2.4.6 and 3.3.2). */
const most = { label: 110, hint: 160, answers: 12, questions: 8 }

/** What the conditions of a form read. */
type Reads = readonly (readonly string[])[]

/** Looks through a form as somebody who has to fill it in, with a screen reader as well. In the order of the form. */
export function reviewForm(draft: FormDraft, neighbours: Neighbours): FormHint[] {
  const items = allItems(draft.form)
  const reads = expressionsOf(draft.form).flatMap(readsOf)
  const hints = [
    ...draft.form.pages.flatMap((_, index) => reviewPage(draft, [index], items)),
    ...items.flatMap(placed => reviewItem(draft, placed, reads, neighbours)),
    ...askedTooLate(draft, items),
  ]
  return hints.sort((one, other) => comparePlaces(one.place, other.place))
}

function reviewPage(draft: FormDraft, place: Place, items: readonly Placed[]): FormHint[] {
  const page = draft.form.pages[place[0] ?? 0]
  if (page === undefined) return []
  const found: FormHint[] = []
  const note = (code: FormHint['code'], params: FormHint['params'] = {}) => found.push({ place, code, params })
  if (lacks(draft, `page.${page.id}`)) note('page-untitled')
  if (page.exit !== undefined && (page.instead ?? []).length === 0) note('exit-without-way')
  const always = (itemsIn(draft.form, place) ?? []).filter(item => item.when === undefined)
  const count = always.filter(item => !isGroup(item)).length
  if (count > most.questions) note('page-crowded', { count, most: most.questions })
  const labels = new Map<string, Placed>()
  for (const one of items) {
    if (one.place[0] !== place[0] || isGroup(one.item)) continue
    const label = (draft.words.en[`field.${dotted(one.template)}`] ?? '').trim().toLowerCase()
    // Elements of lists are spoken of under their list; shown in turn, one of two may have the label of the other.
    if (label === '' || one.item.when !== undefined) continue
    if (labels.has(`${one.template.length} ${label}`)) found.push({ place: one.place, code: 'label-twice', params: {} })
    labels.set(`${one.template.length} ${label}`, one)
  }
  return found
}

function reviewItem(
  draft: FormDraft,
  { item, place, template }: Placed,
  reads: Reads,
  neighbours: Neighbours,
): FormHint[] {
  const found: FormHint[] = []
  const note = (code: FormHint['code'], params: FormHint['params'] = {}) => found.push({ place, code, params })
  if (isGroup(item)) {
    if (lacks(draft, `group.${item.group}`) && item.items.length > 1) note('group-untitled')
    return found
  }
  const key = dotted(template)
  const longest = (kind: string) => Math.max(...languages.map(one => (draft.words[one][`${kind}.${key}`] ?? '').length))
  if (lacks(draft, `field.${key}`)) note('label-missing')
  if (longest('field') > most.label) note('label-long', { most: most.label })
  if (longest('hint') > most.hint) note('hint-long', { most: most.hint })
  const { ru, kk } = draft.words
  const label = kk[`field.${key}`] ?? ''
  if (label.length > 6 && label === ru[`field.${key}`]) note('label-untranslated')
  if (schemaOf(draft.schema, template)?.concept === undefined && !isRepeat(item)) note('concept-missing')
  if (isRepeat(item)) return found
  const answers = answersOf(schemaOf(draft.schema, template)) ?? []
  const silent = answers.find(value => lacks(draft, answerKey(template, value)))
  if (silent !== undefined) note('answer-without-words', { value: silent })
  if (answers.length > most.answers) note('answers-many', { count: answers.length, most: most.answers })
  if (item.as === 'files' && lacks(draft, `hint.${key}`)) note('files-unexplained')
  if (unchosenRegisters.has(item.register ?? '')) note('register-unchosen')
  if (!hasReason(reads, item, template, neighbours)) note('reason-missing')
  return found
}

/** A question has a reason when a clause lets it be asked, or something reads its answer. */
function hasReason(reads: Reads, item: FieldLayout, template: readonly string[], neighbours: Neighbours): boolean {
  if (item.because !== undefined || item.calculate !== undefined) return true
  if (reads.some(read => touches(read, template))) return true
  const whole = template.slice(0, 1)
  return neighbours.speakingOf(template).length > 0 || (template.length > 1 && neighbours.speakingOf(whole).length > 0)
}

/** A condition that reads an answer given only later hides and shows what the person has already passed. */
function askedTooLate(draft: FormDraft, items: readonly Placed[]): FormHint[] {
  return expressionsOf(draft.form).flatMap(one => {
    if (one.member !== 'when') return []
    const late = items.find(
      ({ item, place, template }) =>
        !isGroup(item) &&
        !isRepeat(item) &&
        place[0] !== one.place[0] &&
        comparePlaces(one.place, place) < 0 &&
        readsOf(one).some(read => touches(read, template) && read.length >= template.length),
    )
    return late === undefined
      ? []
      : [{ place: one.place, code: 'asked-too-late', params: { name: dotted(late.template) } }]
  })
}

function lacks(draft: FormDraft, key: string): boolean {
  return languages.some(language => (draft.words[language][key] ?? '').trim() === '')
}

function comparePlaces(one: Place, other: Place): number {
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const difference = (one[index] ?? -1) - (other[index] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}
