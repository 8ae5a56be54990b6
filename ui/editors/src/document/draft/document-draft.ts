import { isObject, type Json, type JsonObject, valueAt, withValueAt } from '@tereze/forms'
import { writeJson } from '@tereze/regulation'
import type { Language } from '@tereze/ui-components'
import { type Catalogue, languages, type Spoken } from '../../form/draft/form-draft.ts'

/** Where something stands in a template: `['body', '2', 'table', 'rows', '0']`. */
export type Steps = readonly string[]

/** A document template with its words in every language. */
export interface DocumentDraft {
  readonly template: JsonObject
  readonly words: Readonly<Record<Language, Catalogue>>
}

/** A template that was read, or the path of the file that cannot be read. */
export type DocumentRead =
  | { readonly ok: true; readonly draft: DocumentDraft }
  | { readonly ok: false; readonly path: string }

const wordsPath = (language: Language) => `messages/${language}.json`

function parsed(text: string | undefined): JsonObject | null {
  try {
    const value = JSON.parse(text ?? '{}') as Json
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

/** Reads the template at a path with the words beside it; words that are not there are empty. */
export function readDocument(files: ReadonlyMap<string, string>, path: string): DocumentRead {
  const template = parsed(files.get(path) ?? '')
  if (template === null || !Array.isArray(template.body ?? [])) return { ok: false, path }
  const words: Record<Language, Catalogue> = { en: {}, ru: {}, kk: {} }
  for (const language of languages) {
    const texts = parsed(files.get(wordsPath(language)))
    if (texts === null) return { ok: false, path: wordsPath(language) }
    words[language] = texts as Catalogue
  }
  return { ok: true, draft: { template, words } }
}

/** The files that differ between two states of a template, as texts. */
export function changedDocument(path: string, before: DocumentDraft, after: DocumentDraft): Record<string, string> {
  const files: Record<string, string> = {}
  if (before.template !== after.template) files[path] = writeJson(after.template)
  for (const language of languages) {
    const [was, is] = [before.words[language], after.words[language]]
    if (was !== is) files[wordsPath(language)] = writeJson(is)
  }
  return files
}

/** What stands at a place. */
export function at(draft: DocumentDraft, steps: Steps): Json | undefined {
  return valueAt(draft.template, steps)
}

/** The draft with another value at a place; undefined takes the member away, and an item out of its list. */
export function withAt(draft: DocumentDraft, steps: Steps, value: Json | undefined): DocumentDraft {
  const holder = at(draft, steps.slice(0, -1))
  if (value === undefined && Array.isArray(holder)) {
    const index = Number(steps.at(-1))
    return withAt(
      draft,
      steps.slice(0, -1),
      holder.filter((_, other) => other !== index),
    )
  }
  return { ...draft, template: withValueAt(draft.template, steps, value) as JsonObject }
}

/** The draft with an item put into a list. */
export function withItem(draft: DocumentDraft, list: Steps, index: number, item: Json): DocumentDraft {
  const found = at(draft, list)
  const items = Array.isArray(found) ? found : []
  return withAt(draft, list, [...items.slice(0, index), item, ...items.slice(index)])
}

/** The draft with an item of a list moved so many places on; the same where it cannot go on. */
export function withMoved(draft: DocumentDraft, list: Steps, index: number, by: number): DocumentDraft {
  const items = at(draft, list)
  if (!Array.isArray(items) || index + by < 0 || index + by >= items.length) return draft
  const next = [...items]
  const [item] = next.splice(index, 1)
  if (item === undefined) return draft
  next.splice(index + by, 0, item)
  return withAt(draft, list, next)
}

/** The key of a message that stands at a place; null where none does. */
export function keyAt(draft: DocumentDraft, steps: Steps): string | null {
  const value = at(draft, steps)
  return typeof value === 'string' && value.startsWith('message:') ? value.slice('message:'.length) : null
}

/** A message in every language; null where the package has none of its own. */
export function wordsOf(draft: DocumentDraft, key: string): Spoken {
  const word = (language: Language) => draft.words[language][key] ?? ''
  return { en: word('en'), ru: word('ru'), kk: word('kk') }
}

/** The draft with another text of a message in one language. */
export function withWord(draft: DocumentDraft, key: string, language: Language, text: string): DocumentDraft {
  const catalogue = draft.words[language]
  if (catalogue[key] === text) return draft
  return { ...draft, words: { ...draft.words, [language]: { ...catalogue, [key]: text } } }
}

/** A key that no message has yet: `document.grant-notice.text`, `document.grant-notice.text-2`. */
export function freeKey(draft: DocumentDraft, kind: string): string {
  const id = typeof draft.template.id === 'string' ? draft.template.id : 'new'
  const stem = `document.${id}.${kind}`
  const isFree = (key: string) => languages.every(language => draft.words[language][key] === undefined)
  for (let number = 1; ; number++) {
    const key = number === 1 ? stem : `${stem}-${number}`
    if (isFree(key)) return key
  }
}
