import { type FieldKind, type ItemLayout, isGroup, isRepeat } from '@tereze/forms'
import type { IconName, Language } from '@tereze/ui-components'
import { lastName } from '../draft/drawn-item.ts'
import type { FormDraft } from '../draft/form-draft.ts'
import { dotted } from '../draft/words.ts'
import type { FormSay } from '../words.ts'

/** What a page is called. */
export function pageText(draft: FormDraft, index: number, language: Language): string {
  const id = draft.form.pages[index]?.id ?? ''
  return draft.words[language][`page.${id}`] || id
}

/** What an item is called: its label, or the name of its data while it has none. */
export function itemText(draft: FormDraft, item: ItemLayout, template: readonly string[], language: Language): string {
  const key = isGroup(item) ? `group.${item.group}` : `field.${dotted(template)}`
  return draft.words[language][key] || lastName(item)
}

/** What kind of thing an item is, in words. */
export function kindText(item: ItemLayout, say: FormSay): string {
  if (isGroup(item)) return say('kind.group')
  return isRepeat(item) ? say('kind.repeat') : say(`kind.${item.as}`)
}

/** The icon of each kind of question. */
export const kindIcons: Readonly<Record<FieldKind | 'group' | 'repeat' | 'page' | 'exit', IconName>> = {
  text: 'edit',
  'long-text': 'edit',
  number: 'edit',
  money: 'money',
  date: 'calendar',
  'yes-no': 'check',
  choice: 'check',
  choices: 'check',
  'person-name': 'person',
  'person-choice': 'person',
  'bank-account': 'money',
  address: 'home',
  code: 'search',
  files: 'document',
  group: 'folder',
  repeat: 'plus',
  page: 'document',
  exit: 'attention',
}

/** The icon of an item. */
export function iconOf(item: ItemLayout): IconName {
  return kindIcons[isGroup(item) ? 'group' : item.as]
}
