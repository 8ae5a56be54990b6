import { isList, isObject, type JsonObject } from '@tereze/forms'
import { schemaOf, withSchemaOf } from '../draft/data-schema.ts'
import type { FormDraft, Spoken } from '../draft/form-draft.ts'
import { itemAt, type Place, templateAt } from '../draft/place.ts'
import { answerKey, mayBeAnswer, withoutWords, withWords, wordsAt } from '../draft/words.ts'
import { made, type Outcome, refused } from './outcome.ts'

/** The answers that a schema lists, itself or for the elements of its list; null when it lists none. */
export function answersOf(schema: JsonObject | null): readonly string[] | null {
  const own = isObject(schema?.items) ? schema.items.enum : schema?.enum
  return isList(own) ? own.filter(value => typeof value === 'string') : null
}

/** Sets the answers of a choice, in their order; those that go lose their words, new ones get the words given. */
export function setAnswers(draft: FormDraft, place: Place, answers: readonly string[], first: Spoken): Outcome {
  const template = templateAt(draft.form, place)
  const node = schemaOf(draft.schema, template)
  const item = itemAt(draft.form, place)
  if (item === null || !('as' in item) || (item.as !== 'choice' && item.as !== 'choices')) return refused('no-place')
  if (node === null) return refused('schema-shared')
  const before = answersOf(node) ?? []
  const small = answers.map(value => value.toLowerCase())
  if (answers.length === 0 || new Set(small).size < answers.length || !answers.every(mayBeAnswer))
    return refused('answer-form')
  const schema = withSchemaOf(draft.schema, template, withAnswers(node, answers))
  const gone = before.filter(value => !small.includes(value.toLowerCase()))
  let next = withoutWords(
    { ...draft, schema },
    gone.map(value => answerKey(template, value)),
  )
  for (const value of answers) {
    const key = answerKey(template, value)
    if (wordsAt(next, key).en === '') next = withWords(next, key, first)
  }
  return made(next, place)
}

/** Gives an answer another value; its words stay. */
export function renameAnswer(draft: FormDraft, place: Place, from: string, to: string): Outcome {
  const template = templateAt(draft.form, place)
  const node = schemaOf(draft.schema, template)
  const answers = answersOf(node)
  if (node === null || answers === null) return refused('schema-shared')
  const others = answers.filter(value => value !== from).map(value => value.toLowerCase())
  if (!mayBeAnswer(to) || others.includes(to.toLowerCase())) return refused('answer-form')
  const words = wordsAt(draft, answerKey(template, from))
  const renamed = answers.map(value => (value === from ? to : value))
  const next = withoutWords(
    { ...draft, schema: withSchemaOf(draft.schema, template, withAnswers(node, renamed)) },
    from.toLowerCase() === to.toLowerCase() ? [] : [answerKey(template, from)],
  )
  return made(withWords(next, answerKey(template, to), words), place)
}

function withAnswers(node: JsonObject, answers: readonly string[]): JsonObject {
  if (!isObject(node.items)) return { ...node, enum: answers }
  return { ...node, items: { ...node.items, enum: answers } }
}
