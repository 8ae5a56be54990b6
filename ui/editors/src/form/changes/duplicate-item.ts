import { type ItemLayout, isGroup, pointerSteps, toPointer } from '@tereze/forms'
import { isRequired, schemaOf, withNewData, withRequired } from '../draft/data-schema.ts'
import type { FormDraft } from '../draft/form-draft.ts'
import { itemAt, itemsIn, type Place, templateIn, withItems } from '../draft/place.ts'
import { withWords, withWordsCopied, wordsAt } from '../draft/words.ts'
import { freeId, freeName } from './free-name.ts'
import { made, type Outcome, refused } from './outcome.ts'

/** Puts a copy of a question, a group or a repetition behind it: with data, limits and words of its own, and the same conditions. */
export function duplicateItem(draft: FormDraft, place: Place): Outcome {
  const container = place.slice(0, -1)
  const item = itemAt(draft.form, place)
  const items = itemsIn(draft.form, container)
  if (item === null || items === null) return refused('no-place')
  const copied = copy(draft, item, templateIn(draft.form, container))
  if (copied === null) return refused('schema-shared')
  const index = (place.at(-1) as number) + 1
  const form = withItems(draft.form, container, [...items.slice(0, index), copied.item, ...items.slice(index)])
  return made({ ...copied.draft, form }, [...container, index])
}

function copy(
  draft: FormDraft,
  item: ItemLayout,
  around: readonly string[],
): { draft: FormDraft; item: ItemLayout } | null {
  if (isGroup(item)) {
    const group = freeId(draft, 'group', item.group)
    let next = withWords(draft, `group.${group}`, wordsAt(draft, `group.${item.group}`))
    const items: ItemLayout[] = []
    for (const inner of item.items) {
      const one = copy(next, inner, around)
      if (one === null) return null
      next = one.draft
      items.push(one.item)
    }
    return { draft: next, item: { ...item, group, items } }
  }
  const steps = pointerSteps(item.field)
  const from = [...around, ...steps]
  const holder = from.slice(0, -1)
  const node = schemaOf(draft.schema, from)
  if (node === null) return null
  const name = freeName(draft, holder, from.at(-1) ?? 'answer')
  const to = [...holder, name]
  const schema = withRequired(withNewData(draft.schema, to, node), to, isRequired(draft.schema, from))
  // What is inside a repetition keeps its names: they are the copy's own already.
  const next = withWordsCopied({ ...draft, schema }, from, to)
  const field = toPointer([...steps.slice(0, -1), name])
  return { draft: next, item: { ...item, field } }
}
