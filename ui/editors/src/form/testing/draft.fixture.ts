import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Outcome } from '../changes/outcome.ts'
import { readDraft } from '../draft/draft-files.ts'
import type { FormDraft } from '../draft/form-draft.ts'
import type { Place } from '../draft/place.ts'

const content = new URL('../../../../../content/services/', import.meta.url)

/** The files of a package of the content, by path inside its folder. */
function filesOf(folder: string): Map<string, string> {
  const place = new URL(`${folder}/`, content)
  const names = readdirSync(place, { recursive: true, withFileTypes: true })
  return new Map(
    names
      .filter(entry => entry.isFile())
      .map(entry => {
        const path = join(entry.parentPath, entry.name)
        return [path.slice(place.pathname.length), readFileSync(path, 'utf8')]
      }),
  )
}

/** The files of a service with a form of many conditions. */
export const birth = filesOf('family/birth-certificate')

/** The form at a path. */
export function open(files: ReadonlyMap<string, string>, path: string): FormDraft {
  const read = readDraft(files, path)
  if (!read.ok) throw new Error(`${read.path} ${read.fault}`)
  return read.draft
}

/** What a change made. */
export function done(outcome: Outcome): { draft: FormDraft; place: Place } {
  if (!outcome.ok) throw new Error(`${outcome.code} ${JSON.stringify(outcome.params)}`)
  return outcome
}

/** A draft with a form of one question and nothing else. */
export const start = new Map([
  [
    'forms/apply.form.json',
    '{ "format": 1, "pages": [{ "id": "first", "items": [{ "field": "/name", "as": "text" }] }] }',
  ],
  ['data.schema.json', '{ "type": "object", "properties": { "name": { "type": "string" } } }'],
  ...['en', 'ru', 'kk'].map(
    language => [`messages/${language}.json`, '{ "page.first": "First", "field.name": "Name" }'] as [string, string],
  ),
])
