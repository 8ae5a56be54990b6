import { isGroup, isRepeat } from '@tereze/forms'
import { withoutData, withRequired } from '../draft/data-schema.ts'
import { expressionsOf, readsOf, touches } from '../draft/feel-paths.ts'
import type { FormDraft } from '../draft/form-draft.ts'
import type { Neighbours } from '../draft/neighbours.ts'
import {
  allItems,
  itemAt,
  itemsIn,
  itemsUnder,
  type Place,
  type Placed,
  pageAt,
  templateIn,
  withItems,
} from '../draft/place.ts'
import { withoutWords, withoutWordsAbout } from '../draft/words.ts'
import { made, type Outcome, refused } from './outcome.ts'

/**
 * Removes a question, a group, a repetition or a page (a place of one step) with all that is in it. Data and words go too, unless another
 * file of the draft or a condition speaks of them: then the data are no longer asked for here, and stay.
 */
export function removeItem(draft: FormDraft, place: Place, neighbours: Neighbours): Outcome {
  if (place.length < 2) return removePage(draft, place, neighbours)
  const container = place.slice(0, -1)
  const item = itemAt(draft.form, place)
  const items = itemsIn(draft.form, container)
  if (item === null || items === null) return refused('no-place')
  if (items.length === 1) return refused('last-item')
  const index = place.at(-1) as number
  const gone = itemsUnder([item], [], templateIn(draft.form, container))
  const form = withItems(
    draft.form,
    container,
    items.filter((_, at) => at !== index),
  )
  const next = withoutDataOf({ ...draft, form }, gone, neighbours)
  return made(next, [...container, Math.min(index, items.length - 2)])
}

function removePage(draft: FormDraft, place: Place, neighbours: Neighbours): Outcome {
  const page = pageAt(draft.form, place)
  if (page === null) return refused('no-place')
  const pages = draft.form.pages.filter((_, index) => index !== place[0])
  if (!pages.some(one => one.items !== undefined)) return refused('last-page')
  const gone = itemsUnder(page.items ?? [], [], [])
  let next: FormDraft = withoutDataOf({ ...draft, form: { ...draft.form, pages } }, gone, neighbours)
  const exit = page.exit?.replace(/^message:/, '')
  const isShown = exit === undefined || neighbours.shows(exit) || pages.some(one => one.exit === page.exit)
  const keys = [...(neighbours.hasId('page', page.id) ? [] : [`page.${page.id}`]), ...(isShown ? [] : [exit])]
  next = withoutWords(next, keys)
  return made(next, [Math.min(place[0] as number, pages.length - 1)])
}

/** Inner data go before what holds them. */
function withoutDataOf(draft: FormDraft, gone: readonly Placed[], neighbours: Neighbours): FormDraft {
  let next = draft
  for (const { item, template } of [...gone].reverse()) {
    if (isGroup(item)) {
      const isShared =
        neighbours.hasId('group', item.group) ||
        allItems(draft.form).some(one => isGroup(one.item) && one.item.group === item.group)
      if (!isShared) next = withoutWords(next, [`group.${item.group}`])
      continue
    }
    const isKept = isSpokenOf(draft, template) || neighbours.speakingOf(template).length > 0
    next = isKept
      ? { ...next, schema: withRequired(next.schema, template, false) }
      : withoutWordsAbout({ ...next, schema: withoutData(next.schema, template) }, template)
    // Inside a list that stays, its elements stay as well.
    if (isRepeat(item) && isKept) continue
  }
  return next
}

function isSpokenOf(draft: FormDraft, template: readonly string[]): boolean {
  const begins = (path: readonly string[]) => template.every((step, index) => step === path[index])
  return (
    allItems(draft.form).some(({ item, template: own }) => !isGroup(item) && begins(own)) ||
    expressionsOf(draft.form).some(one => readsOf(one).some(read => touches(read, template)))
  )
}
