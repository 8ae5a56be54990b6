import { isList, isObject, type Json } from '@tereze/forms'
import { languages } from '../../form/draft/form-draft.ts'
import type { DocumentDraft } from './document-draft.ts'

function* keysIn(json: Json | undefined): Generator<string> {
  if (typeof json === 'string' && json.startsWith('message:')) yield json.slice('message:'.length)
  else if (isList(json)) for (const part of json) yield* keysIn(part)
  else if (isObject(json)) for (const part of Object.values(json)) yield* keysIn(part)
}

/** In how many places of a template a message stands. */
export function usesOf(draft: DocumentDraft, key: string): number {
  return [...keysIn(draft.template)].filter(one => one === key).length
}

/** Whether another file of the package speaks of a message: by `message:`, or as a text that an expression makes. */
function isSpokenOf(key: string, others: readonly string[]): boolean {
  return others.some(text => text.includes(`message:${key}"`) || text.includes(`"${key}`) || text.includes(`\\"${key}`))
}

/**
 * The draft without the words that stood in the template before and stand in no file of the package any more. Only words of documents
 * (`document.…`) go: others are named by what they are about, and are found without being referred to.
 */
export function withoutLeftOver(
  before: DocumentDraft,
  after: DocumentDraft,
  files: ReadonlyMap<string, string>,
  path: string,
): DocumentDraft {
  const still = new Set(keysIn(after.template))
  const gone = [...new Set(keysIn(before.template))].filter(key => key.startsWith('document.') && !still.has(key))
  if (gone.length === 0) return after
  const others = [...files]
    .filter(([other]) => other !== path && !other.startsWith('messages/'))
    .map(([, text]) => text)
  others.push(JSON.stringify(after.template))
  const left = gone.filter(key => !isSpokenOf(key, others))
  if (left.length === 0) return after
  const words = { ...after.words }
  for (const language of languages)
    words[language] = Object.fromEntries(Object.entries(words[language]).filter(([key]) => !left.includes(key)))
  return { ...after, words }
}
