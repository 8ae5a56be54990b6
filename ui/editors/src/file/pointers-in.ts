import { isObject } from '@tereze/regulation'
import type { FileDesk } from './desk.ts'

const deepest = 3

/** Places of the data of the package's cases or records, with what the form calls them. */
export function pointersIn({
  files,
  words,
  language,
}: Pick<FileDesk, 'files' | 'words' | 'language'>): readonly { readonly value: string; readonly text: string }[] {
  let schema: unknown
  try {
    schema = JSON.parse(files.get('data.schema.json') ?? files.get('schema.json') ?? 'null')
  } catch {
    return []
  }
  const found: { value: string; text: string }[] = []
  const visit = (part: unknown, steps: readonly string[]): void => {
    if (!isObject(part) || !isObject(part.properties) || steps.length >= deepest) return
    for (const [name, inner] of Object.entries(part.properties)) {
      const path = [...steps, name]
      const value = `/${path.join('/')}`
      const called = words[language][`field.${path.join('.')}`]
      found.push({ value, text: called === undefined ? value : `${called} (${value})` })
      visit(inner, path)
    }
  }
  visit(schema, [])
  return found
}
