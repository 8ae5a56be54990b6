import { type FieldKind, type FieldLayout, isGroup, isRepeat, type JsonObject } from '@tereze/forms'
import { schemaOf, withSchemaOf } from '../draft/data-schema.ts'
import type { FormDraft } from '../draft/form-draft.ts'
import { itemAt, type Place, templateAt, withItem } from '../draft/place.ts'
import { answerKey, withoutWords, withWords } from '../draft/words.ts'
import type { FirstWords } from './add-item.ts'
import { fieldStarts } from './field-kinds.ts'
import { keptWhole } from './kept-whole.ts'
import { made, type Outcome, refused } from './outcome.ts'
import { answersOf } from './set-answers.ts'

/** Kinds that are drawn otherwise and ask for the same data. */
const alike: readonly (readonly FieldKind[])[] = [['text', 'long-text']]
const chosen: readonly FieldKind[] = ['choice', 'choices', 'person-choice']
const searched: readonly FieldKind[] = ['address', 'code']

/** Makes a question one of another kind. Its data begin anew, but for what they mean and how they are protected; answers are kept. */
export function changeKind(draft: FormDraft, place: Place, kind: FieldKind, words: FirstWords): Outcome {
  const item = itemAt(draft.form, place)
  if (item === null || isGroup(item) || isRepeat(item)) return refused('no-place')
  if (item.as === kind) return made(draft, place)
  const template = templateAt(draft.form, place)
  const node = schemaOf(draft.schema, template)
  if (node === null) return refused('schema-shared')
  const start = fieldStarts[kind]
  const isAlike = alike.some(kinds => kinds.includes(kind) && kinds.includes(item.as))
  const answers = answersOf(node)
  const keepsAnswers = answers !== null && (kind === 'choice' || kind === 'choices')
  const schema = isAlike ? node : { ...meaningOf(node), ...(keepsAnswers ? listing(kind, answers) : start.schema) }
  const layout = { ...kept(item, kind, keepsAnswers), as: kind } as FieldLayout
  let next: FormDraft = {
    ...draft,
    form: withItem(draft.form, place, { ...start.layout, ...layout }),
    schema: withSchemaOf(draft.schema, template, schema),
  }
  if (answers !== null && !keepsAnswers && !isAlike)
    next = withoutWords(
      next,
      answers.map(value => answerKey(template, value)),
    )
  if (!keepsAnswers && (kind === 'choice' || kind === 'choices')) {
    next = withWords(next, answerKey(template, 'first'), words.answers[0])
    next = withWords(next, answerKey(template, 'second'), words.answers[1])
  }
  return keptWhole(draft, made(next, place))
}

function listing(kind: FieldKind, answers: readonly string[]): JsonObject {
  return kind === 'choice'
    ? { enum: answers }
    : { type: 'array', minItems: 1, uniqueItems: true, items: { enum: answers } }
}

function meaningOf({ concept, label }: JsonObject): JsonObject {
  return { ...(concept === undefined ? {} : { concept }), ...(label === undefined ? {} : { label }) }
}

/** What the layout says that has a meaning for the other kind as well. */
function kept(item: FieldLayout, kind: FieldKind, keepsAnswers: boolean): Partial<FieldLayout> {
  const { from, register, classifier, own, max, ...rest } = item
  return {
    ...rest,
    ...(from !== undefined && chosen.includes(kind) && !keepsAnswers ? { from } : {}),
    ...(searched.includes(kind) && searched.includes(item.as) && register !== undefined ? { register } : {}),
    ...(kind === 'code' && classifier !== undefined ? { classifier } : {}),
    ...(searched.includes(kind) && own !== undefined ? { own } : {}),
    ...(kind === 'files' && max !== undefined ? { max } : {}),
  }
}
