import { type FormLayout, type ItemLayout, isGroup, isRepeat, pointerSteps, toPointer } from '@tereze/forms'
import { writeJson } from '@tereze/regulation'
import { schemaPath, withDataRenamed } from '../draft/data-schema.ts'
import { expressionsOf, feelMembers, readersOf } from '../draft/feel-paths.ts'
import type { FormDraft } from '../draft/form-draft.ts'
import { formIn, renamedFile } from '../draft/other-files.ts'
import { itemAt, type Place, templateAt } from '../draft/place.ts'
import { withPathRenamed } from '../draft/rename-path.ts'
import { withWordsMoved } from '../draft/words.ts'
import { isNameTaken, mayBeName } from './free-name.ts'
import { keptWhole } from './kept-whole.ts'
import { made, type Outcome, refused } from './outcome.ts'

/** What renaming changes besides the form itself, and where somebody has to change the name by hand. */
export interface Renamed {
  readonly outcome: Outcome
  /** Other files of the draft as they are now. */
  readonly files: Readonly<Record<string, string>>
  /** Paths of files that still may speak of the data by the old name. */
  readonly byHand: readonly string[]
}

/**
 * Gives the data of a question another last name: in the schema, in this form and the others, in words, conditions, decisions, processes,
 * sources, rights and documents of the draft. Names of the inputs of decisions, stories and notices are told, not changed.
 */
export function renameField(
  files: ReadonlyMap<string, string>,
  path: string,
  draft: FormDraft,
  place: Place,
  name: string,
): Renamed {
  const template = templateAt(draft.form, place)
  const item = itemAt(draft.form, place)
  const nothing = (outcome: Outcome): Renamed => ({ outcome, files: {}, byHand: [] })
  if (item === null || isGroup(item)) return nothing(refused('no-place'))
  if (template.at(-1) === name) return nothing(made(draft, place))
  if (!mayBeName(name)) return nothing(refused('name-form', { name }))
  const holder = template.slice(0, -1)
  if (isNameTaken(draft, holder, name)) return nothing(refused('name-taken', { name }))
  if (schemaPath(draft.schema, template) === null) return nothing(refused('schema-shared'))

  const to = [...holder, name]
  const schema = withDataRenamed(draft.schema, template, name)
  const form = renamedForm(draft.form, template, name)
  const outcome = keptWhole(draft, made(withWordsMoved({ ...draft, form, schema }, template, to), place))
  if (!outcome.ok) return nothing(outcome)
  const changed: Record<string, string> = {}
  const byHand: string[] = isLeft(form, template) ? [path] : []
  for (const [other, text] of files) {
    if (other === path || other === 'data.schema.json' || other.startsWith('messages/')) continue
    const layout = formIn(other, text)
    if (layout !== null) {
      const renamed = renamedForm(layout, template, name)
      if (renamed !== layout) changed[other] = writeJson(renamed)
      if (isLeft(renamed, template)) byHand.push(other)
      continue
    }
    const renamed = renamedFile(other, text, template, name)
    if (renamed.text !== text) changed[other] = renamed.text
    if (renamed.byHand) byHand.push(other)
  }
  return { outcome, files: changed, byHand }
}

/** Conditions that go through the elements of a list by other names than `item`: FEEL tells them only when it runs. */
function isLeft(form: FormLayout, template: readonly string[]): boolean {
  const name = template.at(-1) ?? ''
  const word = new RegExp(`(?<![\\w"])${name}(?!\\w)`)
  const list = template.slice(0, -1)
  if (readersOf(form, template, []).length > 0) return true
  return (
    list.includes('*') && expressionsOf(form).some(({ text }) => word.test(text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""')))
  )
}

/** A form in which the data at a template have another last name; the same form when it does not speak of them. */
function renamedForm(form: FormLayout, template: readonly string[], name: string): FormLayout {
  let isChanged = false
  const element = (around: readonly string[]) => {
    const last = around.lastIndexOf('*')
    return last < 0 ? null : around.slice(0, last + 1)
  }
  const withFeel = <Part extends object>(part: Part, around: readonly string[]): Part => {
    let next = part
    for (const member of feelMembers) {
      const text = (next as Partial<Record<string, unknown>>)[member]
      if (typeof text !== 'string') continue
      const renamed = withPathRenamed(text, template, name, element(around))
      if (renamed === text) continue
      isChanged = true
      next = { ...next, [member]: renamed }
    }
    return next
  }
  const renamedItem = (item: ItemLayout, around: readonly string[]): ItemLayout => {
    const own = withFeel(item, around)
    if (isGroup(own)) return { ...own, items: own.items.map(inner => renamedItem(inner, around)) }
    const steps = pointerSteps(own.field)
    const whole = [...around, ...steps]
    const isNamed = whole.length >= template.length && template.every((step, index) => step === whole[index])
    if (isNamed) {
      isChanged = true
      whole[template.length - 1] = name
    }
    const at = { ...own, field: toPointer(whole.slice(around.length)) }
    // The place of the elements is still known by its old name to the conditions inside.
    return isRepeat(at) ? { ...at, items: at.items.map(inner => renamedItem(inner, [...around, ...steps, '*'])) } : at
  }
  const pages = form.pages.map(page => {
    const own = withFeel(page, [])
    return own.items === undefined ? own : { ...own, items: own.items.map(item => renamedItem(item, [])) }
  })
  return isChanged ? { ...form, pages } : form
}
