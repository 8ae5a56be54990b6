import { type FormLayout, isObject, type Json, type JsonObject, layoutFaults } from '@tereze/forms'
import { writeJson } from '@tereze/regulation'
import type { Language } from '@tereze/ui-components'
import { type Catalogue, type FormDraft, languages } from './form-draft.ts'

const schemaPath = 'data.schema.json'

/** The path of the words of a language inside the package's folder. */
function wordsPath(language: string): string {
  return `messages/${language}.json`
}

/** A form that was read, or the path of the file that cannot be read and why. */
export type DraftRead =
  | { readonly ok: true; readonly draft: FormDraft }
  | { readonly ok: false; readonly path: string; readonly fault: 'not-json' | 'not-a-form' }

/**
 * Reads the form at a path with the data schema and the words beside it. A schema or words that are not there are empty: a form may be
 * begun before them.
 */
export function readDraft(files: ReadonlyMap<string, string>, path: string): DraftRead {
  const form = parsed(files.get(path) ?? '')
  if (form === null) return { ok: false, path, fault: 'not-json' }
  if (layoutFaults(form).length > 0) return { ok: false, path, fault: 'not-a-form' }
  const schema = parsed(files.get(schemaPath) ?? '{ "type": "object" }')
  if (schema === null) return { ok: false, path: schemaPath, fault: 'not-json' }
  const words: Record<Language, Catalogue> = { en: {}, ru: {}, kk: {} }
  for (const language of languages) {
    const texts = parsed(files.get(wordsPath(language)) ?? '{}')
    if (texts === null) return { ok: false, path: wordsPath(language), fault: 'not-json' }
    words[language] = texts as Catalogue
  }
  return { ok: true, draft: { form: form as unknown as FormLayout, schema, words } }
}

/** The files that differ between two states of a form, as texts: what the change of a form gives back. */
export function changedFiles(path: string, before: FormDraft, after: FormDraft): Record<string, string> {
  const files: Record<string, string> = {}
  if (before.form !== after.form) files[path] = writeJson(after.form)
  if (before.schema !== after.schema) files[schemaPath] = writeJson(after.schema)
  for (const language of languages) {
    if (before.words[language] !== after.words[language]) files[wordsPath(language)] = writeJson(after.words[language])
  }
  return files
}

function parsed(text: string): JsonObject | null {
  try {
    const value = JSON.parse(text) as Json
    return isObject(value) ? value : null
  } catch {
    return null
  }
}
