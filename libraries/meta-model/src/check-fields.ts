import type { Concept } from './concept.ts'
import type { Field, FieldType } from './fields-of.ts'

/** How a field and its meaning do not go together. */
export type FieldFault = 'concept-missing' | 'concept-unknown' | 'concept-type' | 'concept-code' | 'concept-part'

/** A field that has no meaning, or another one than it says. */
export interface FieldProblem {
  /** JSON Pointer into the schema. */
  readonly pointer: string
  readonly code: FieldFault
  readonly params: Readonly<Record<string, string>>
}

/** A field with the concept that it has by itself or as part of another. */
export interface Meant {
  readonly field: Field
  readonly concept: Concept
}

type Concepts = ReadonlyMap<string, Concept>

const taken: Readonly<Record<Concept['type'], readonly FieldType[]>> = {
  text: ['text'],
  date: ['date'],
  instant: ['instant'],
  integer: ['integer'],
  number: ['number', 'integer'],
  boolean: ['boolean'],
  texts: ['object'],
  object: ['object'],
  record: ['text', 'object', 'unknown'],
  any: ['text', 'date', 'instant', 'integer', 'number', 'boolean', 'object', 'unknown'],
}
const languages: ReadonlySet<string> = new Set(['en', 'ru', 'kk'])

/** The members that an object of this concept may have, by name; null when it is open. */
function partsOf({ type, parts }: Concept): Readonly<Record<string, string>> | null {
  if (type === 'texts') return { en: 'text', ru: 'text', kk: 'text' }
  return type === 'object' ? (parts ?? null) : null
}

function prefixOf(pattern: string | null): string | null {
  return pattern?.match(/^\^([a-z][a-z-]*)_/)?.[1] ?? null
}

function faultOf(field: Field, concept: Concept): FieldProblem | null {
  const problem = (code: FieldFault, params: Readonly<Record<string, string>>): FieldProblem => ({
    pointer: field.pointer,
    code,
    params: { concept: concept.id, ...params },
  })
  if (!taken[concept.type].includes(field.type)) return problem('concept-type', { says: concept.type, is: field.type })
  const prefix = prefixOf(field.pattern)
  if (concept.type === 'record' && concept.prefix !== undefined && prefix !== null && prefix !== concept.prefix)
    return problem('concept-type', { says: `${concept.prefix}_…`, is: `${prefix}_…` })
  const stray = concept.codes === undefined ? undefined : field.codes?.find(code => !concept.codes?.includes(code))
  if (stray !== undefined) return problem('concept-code', { value: stray })
  const parts = partsOf(concept)
  const other = parts === null ? undefined : Object.keys(field.members ?? {}).find(name => !(name in parts))
  return other === undefined ? null : problem('concept-part', { part: other })
}

/** Every field below a schema with the concept it is given: its own, or as a part of the object around it. */
function conceptsGiven(fields: readonly Field[], concepts: Concepts): Map<string, string> {
  const given = new Map<string, string>()
  for (const field of fields) {
    const id = field.concept ?? given.get(field.pointer)
    if (id === undefined) continue
    given.set(field.pointer, id)
    const concept = concepts.get(id)
    const parts = concept === undefined ? null : partsOf(concept)
    if (concept === undefined || parts === null) continue
    for (const [name, member] of Object.entries(field.members ?? {})) {
      const part = parts[name]
      if (part !== undefined) given.set(member.pointer, part)
    }
  }
  return given
}

/** The fields whose concept is known, each with it, in their order; the texts of one value in several languages are one field. */
export function meantBy(fields: readonly Field[], concepts: Concepts): Meant[] {
  const given = conceptsGiven(fields, concepts)
  return fields.flatMap(field => {
    const concept = concepts.get(given.get(field.pointer) ?? '')
    return concept === undefined ? [] : [{ field, concept }]
  })
}

/**
 * Holds the fields of a schema against the concepts that they name: each has one, which is declared and has the same type, codes
 * and parts. A part that names another concept than its object gives it is another type.
 */
export function checkFields(fields: readonly Field[], concepts: Concepts): FieldProblem[] {
  const given = conceptsGiven(fields, concepts)
  const texts = new Set(
    fields.flatMap(({ pointer, members }) =>
      concepts.get(given.get(pointer) ?? '')?.type === 'texts'
        ? Object.entries(members ?? {}).flatMap(([name, member]) => (languages.has(name) ? [member.pointer] : []))
        : [],
    ),
  )
  const problems: FieldProblem[] = []
  for (const field of fields) {
    if (texts.has(field.pointer)) continue
    const id = given.get(field.pointer)
    if (id === undefined) {
      problems.push({ pointer: field.pointer, code: 'concept-missing', params: { field: field.path } })
      continue
    }
    const concept = concepts.get(id)
    const fault =
      concept === undefined
        ? { pointer: field.pointer, code: 'concept-unknown' as const, params: { concept: id } }
        : faultOf(field, concept)
    if (fault !== null) problems.push(fault)
    problems.push(...wrongParts(field, concept))
  }
  return problems
}

function wrongParts(field: Field, concept: Concept | undefined): FieldProblem[] {
  const parts = concept === undefined ? null : partsOf(concept)
  if (parts === null || concept?.type === 'texts') return []
  return Object.entries(field.members ?? {}).flatMap(([name, member]) => {
    const part = parts[name]
    if (part === undefined || member.concept === null || member.concept === part) return []
    return [
      {
        pointer: member.pointer,
        code: 'concept-type' as const,
        params: { concept: part, says: part, is: member.concept },
      },
    ]
  })
}
