import { isList, isObject, type Json, type JsonObject } from '@tereze/forms'
import type { Language } from '@tereze/ui-components'
import type { KnownNames } from '../../form/draft/known-names.ts'
import type { DocumentDraft } from './document-draft.ts'
import { type FieldValue, readValue, type ValueKind } from './value.ts'

/** A field that may be put into a text: what it is called in the language of the screen, its value, and where it comes from. */
export interface OfferedField extends FieldValue {
  readonly label: string
}

/** What every case has beside its data (content/README.md). */
export const surroundings = [
  'case',
  'service',
  'variant',
  'grounds',
  'parameters',
  'facts',
  'missing',
  'decisions',
  'decision',
  'answers',
  'records',
  'documents',
  'payments',
] as const

const kindOfConcept: readonly (readonly [RegExp, ValueKind])[] = [
  [/person-name$/u, 'name'],
  [/money$|amount$/u, 'money'],
  [/address$/u, 'address'],
  [/region$/u, 'region'],
  [/account$/u, 'account'],
]

/** How the data that a schema describes are usually written. */
function kindOfData(schema: JsonObject): ValueKind {
  const concept = typeof schema.concept === 'string' ? schema.concept : ''
  const found = kindOfConcept.find(([pattern]) => pattern.test(concept))
  if (found !== undefined) return found[1]
  if (schema.format === 'date') return 'date'
  if (schema.format === 'date-time') return 'instant'
  const types = isList(schema.type) ? schema.type : [schema.type]
  if (types.includes('number') || types.includes('integer')) return 'number'
  const members = isObject(schema.properties) ? Object.keys(schema.properties) : []
  if (members.includes('family') && members.includes('given')) return 'name'
  if (members.includes('amount') && members.includes('currency')) return 'money'
  return 'text'
}

/** Kinds that take an object as a whole. */
const wholes: readonly ValueKind[] = ['name', 'money', 'address']

function* dataFields(
  schema: JsonObject,
  path: readonly string[],
  label: (path: string) => string,
): Generator<OfferedField> {
  if (!isObject(schema.properties) || path.length > 4) return
  for (const [name, inner] of Object.entries(schema.properties)) {
    if (!isObject(inner)) continue
    const own = [...path, name]
    const is = own.join('.')
    const as = kindOfData(inner)
    const isWhole = !isObject(inner.properties) || wholes.includes(as)
    if (isWhole) yield { is, as, label: label(is) }
    yield* dataFields(inner, own, label)
  }
}

/** Every value in a template with the label beside it, where it has one. */
function* valuesIn(json: Json | undefined, draft: DocumentDraft, language: Language): Generator<OfferedField> {
  if (isList(json)) for (const part of json) yield* valuesIn(part, draft, language)
  else if (isObject(json)) {
    if (typeof json.label === 'string' && json.value !== undefined) {
      const key = json.label.replace(/^message:/u, '')
      yield { ...readValue(json.value), label: draft.words[language][key] ?? key }
    }
    if (isObject(json.values))
      for (const [name, value] of Object.entries(json.values)) yield { ...readValue(value), label: name }
    for (const part of Object.values(json)) yield* valuesIn(part, draft, language)
  }
}

function json(text: string | undefined): JsonObject {
  try {
    const value = JSON.parse(text ?? '{}') as Json
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}

/**
 * The fields that texts of a template may show, each once: those that the documents of the package show already under the name that they
 * have there, then the data of the case under the label of their question, then what every case has.
 * @param always what every case has, in words.
 */
export function offeredFields(
  draft: DocumentDraft,
  files: ReadonlyMap<string, string>,
  language: Language,
  always: readonly OfferedField[],
): readonly OfferedField[] {
  const words = draft.words[language]
  const shown = [...files]
    .filter(([path]) => path.startsWith('documents/'))
    .flatMap(([, text]) => [...valuesIn(json(text), draft, language)])
  const data = [...dataFields(json(files.get('data.schema.json')), [], path => words[`field.${path}`] ?? path)]
  const all = [...valuesIn(draft.template, draft, language), ...shown, ...data, ...always]
  const known = new Map<string, OfferedField>()
  for (const field of all) {
    // A name that only the template uses for itself says less than the label of the data.
    const before = known.get(field.is)
    if (field.is !== 'null' && (before === undefined || !/[\s\p{Lu}А-ЯӘҒҚҢӨҰҮҺІ]/u.test(before.label)))
      known.set(field.is, field)
  }
  return [...known.values()]
}

/** The names that expressions of a template may read. */
export function documentNames(files: ReadonlyMap<string, string>, fields: readonly OfferedField[]): KnownNames {
  const schema = json(files.get('data.schema.json'))
  const data = [...dataFields(schema, [], path => path)].map(({ is }) => is)
  const simple = fields.map(({ is }) => is).filter(is => /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(is))
  const roots = [
    ...Object.keys(isObject(schema.properties) ? schema.properties : {}),
    ...fields.map(({ is }) => is.split('.')[0] ?? '').filter(root => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(root)),
    ...surroundings,
    'item',
  ]
  return { offered: [...new Set([...simple, ...data])], roots: new Set(roots) }
}
