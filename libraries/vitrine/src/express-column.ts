import type { Concept, ConceptType } from '@tereze/meta-model'
import type { Column } from './relation.ts'

/** A JSON Schema. */
export type Schema = Readonly<Record<string, unknown>>

/** How values of a column are promised. */
export interface Expressed {
  readonly schema: Schema
  /** Whether the column is read as text, so that no digit is lost. */
  readonly asText: boolean
}

/** Why a column cannot be promised: its type has no place in JSON, or not the one that its meaning has. */
export type Inexpressible = 'type-inexpressible' | 'type-without-zone' | 'type-without-limit' | 'concept-type' | 'codes'

type Family = 'text' | 'codes' | 'integer' | 'long' | 'decimal' | 'float' | 'boolean' | 'date' | 'instant'

const families: Readonly<Record<string, Family>> = {
  text: 'text',
  varchar: 'text',
  bpchar: 'text',
  citext: 'text',
  name: 'text',
  uuid: 'text',
  enum: 'codes',
  int2: 'integer',
  int4: 'integer',
  int8: 'long',
  numeric: 'decimal',
  float4: 'float',
  float8: 'float',
  bool: 'boolean',
  date: 'date',
  timestamptz: 'instant',
}

const taken: Readonly<Record<Family, readonly ConceptType[]>> = {
  text: ['text', 'record', 'any'],
  codes: ['text', 'any'],
  integer: ['integer', 'number', 'text', 'any'],
  long: ['integer', 'number', 'text', 'any'],
  decimal: ['number', 'integer', 'text', 'any'],
  float: ['number', 'any'],
  boolean: ['boolean', 'any'],
  date: ['date', 'any'],
  instant: ['instant', 'any'],
}

/** Digits that a JSON number keeps wherever it is read (IEEE 754 binary64). */
const exactDigits = 15
const largestExact = 9_007_199_254_740_991
const longestText = 4000

/** The kinds of meaning that a column can have; none when its type has no place in JSON. */
export function meaningsOf({ base }: Column): readonly ConceptType[] {
  const family = families[base]
  return family === undefined ? [] : taken[family]
}

function textOf(column: Column, concept: Concept): Schema | Inexpressible {
  const codes = column.codes ?? concept.codes
  if (codes === undefined) {
    if (concept.type === 'record' && concept.prefix !== undefined)
      return { type: 'string', pattern: `^${concept.prefix}_`, maxLength: column.longest ?? longestText }
    if (column.base === 'uuid') return { type: 'string', format: 'uuid' }
    return { type: 'string', maxLength: column.longest ?? longestText }
  }
  return codes.some(code => concept.codes?.includes(code) === false) ? 'codes' : { enum: codes }
}

function numberOf(column: Column, concept: Concept, family: 'long' | 'decimal'): Schema | Inexpressible {
  const whole = family === 'long' || column.scale === 0
  if (concept.type === 'integer' && !whole) return 'concept-type'
  if (family === 'decimal' && (column.digits === null || column.digits > exactDigits)) return 'type-without-limit'
  return { type: whole ? 'integer' : 'number', minimum: -largestExact, maximum: largestExact }
}

function digitsOf(column: Column): Schema {
  const places = column.scale === null ? '(\\.[0-9]+)?' : column.scale === 0 ? '' : `(\\.[0-9]{1,${column.scale}})?`
  return { type: 'string', pattern: `^-?(0|[1-9][0-9]*)${column.base === 'numeric' ? places : ''}$` }
}

function schemaOf(column: Column, concept: Concept, family: Family): Schema | Inexpressible {
  switch (family) {
    case 'text':
    case 'codes':
      return textOf(column, concept)
    case 'integer':
      return { type: 'integer' }
    case 'long':
    case 'decimal':
      return numberOf(column, concept, family)
    case 'float':
      return { type: 'number' }
    case 'boolean':
      return { type: 'boolean' }
    case 'date':
      return { type: 'string', format: 'date' }
    case 'instant':
      return { type: 'string', format: 'date-time' }
  }
}

/**
 * How the values of a column are promised when they mean a concept. A number that means a text, such as a sum of money, is promised
 * digit by digit; one that means a number has to be one that JSON keeps exactly.
 */
export function expressColumn(column: Column, concept: Concept): Expressed | Inexpressible {
  const family = families[column.base]
  if (family === undefined) return column.base === 'timestamp' ? 'type-without-zone' : 'type-inexpressible'
  if (!taken[family].includes(concept.type)) return 'concept-type'
  const asText = ['integer', 'long', 'decimal'].includes(family) && concept.type === 'text'
  const schema = asText ? digitsOf(column) : schemaOf(column, concept, family)
  return typeof schema === 'string' ? schema : { schema, asText }
}
