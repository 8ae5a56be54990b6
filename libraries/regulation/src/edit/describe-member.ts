import { DigitalRegulation } from '../format/digital-regulation.ts'
import { ClauseRef, Feel, Id, LegalDate, Name, OrgRef, Period, Version } from '../format/parts.ts'
import { stepsOf } from '../places.ts'

interface JsonSchema {
  readonly type?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly enum?: readonly string[]
  readonly const?: unknown
  readonly anyOf?: readonly JsonSchema[]
  readonly pattern?: string
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: boolean | JsonSchema
  readonly description?: string
  readonly minItems?: number
}

/** A member of an object of the format. */
export interface Member {
  readonly name: string
  readonly required: boolean
  readonly part: Part
}

/** What a part of a regulation is, for whoever draws it or fills it in. */
export type Part =
  | { readonly kind: 'words' | 'feel' | 'template' | 'term' | 'money' | 'entries' | 'number' | 'yes-no' | 'format' }
  | {
      readonly kind: 'id' | 'name' | 'version' | 'date' | 'period' | 'text'
      /** A regular expression that it has to fit. */
      readonly pattern?: string
    }
  | {
      /** A reference: to a clause of the regulation, a body, an act, an article of an act, a concept, a contract, a place in the regulation. */
      readonly kind: 'clause' | 'organisation' | 'act' | 'article' | 'concept' | 'contract' | 'pointer' | 'base'
    }
  | { readonly kind: 'choice' | 'choices'; readonly values: readonly string[] }
  | { readonly kind: 'list'; readonly item: Part; readonly least: number }
  | { readonly kind: 'object'; readonly members: readonly Member[] }
  | { readonly kind: 'either'; readonly parts: readonly Part[] }

const schemaOf = (value: unknown) => value as JsonSchema

function known(kind: Part['kind'], value: unknown, told = false): [string, Part] {
  const { pattern = '' } = schemaOf(value)
  return [pattern, (told ? { kind, pattern } : { kind }) as Part]
}

const patterns = new Map<string, Part>([
  known('clause', ClauseRef),
  known('organisation', OrgRef),
  known('id', Id, true),
  known('name', Name, true),
  known('version', Version, true),
  known('date', LegalDate, true),
  known('period', Period, true),
  ['^= .', { kind: 'template' }],
])

function textPart({ pattern = '', description = '' }: JsonSchema): Part {
  const found = patterns.get(pattern)
  if (found !== undefined) return found
  if (pattern.startsWith('^act:')) return { kind: pattern.includes('/[') ? 'article' : 'act' }
  if (pattern.startsWith('^concept:')) return { kind: 'concept' }
  if (pattern.startsWith('^(/')) return { kind: 'pointer' }
  if (pattern.includes('@[1-9]')) return { kind: 'contract' }
  if (description === schemaOf(Feel).description) return { kind: 'feel' }
  if (description.includes('id@version')) return { kind: 'base' }
  return pattern === '' ? { kind: 'text' } : { kind: 'text', pattern }
}

function partOf(schema: JsonSchema): Part {
  if (schema.const !== undefined) return { kind: 'format' }
  if (schema.enum !== undefined) return { kind: 'choice', values: schema.enum }
  if (schema.anyOf !== undefined) return { kind: 'either', parts: schema.anyOf.map(partOf) }
  const { properties } = schema
  switch (schema.type) {
    case 'array': {
      const item = schema.items ?? {}
      if (item.enum !== undefined) return { kind: 'choices', values: item.enum }
      return { kind: 'list', item: partOf(item), least: schema.minItems ?? 0 }
    }
    case 'object': {
      if (properties === undefined) return { kind: 'entries' }
      const names = Object.keys(properties).join()
      if (names === 'en,ru,kk') return { kind: 'words' }
      if (names === 'amount,currency') return { kind: 'money' }
      if (names.startsWith('workingDays,')) return { kind: 'term' }
      return {
        kind: 'object',
        members: Object.entries(properties).map(([name, member]) => ({
          name,
          required: schema.required?.includes(name) === true,
          part: partOf(member),
        })),
      }
    }
    case 'number':
    case 'integer':
      return { kind: 'number' }
    case 'boolean':
      return { kind: 'yes-no' }
    default:
      return textPart(schema)
  }
}

/** The format of a digital regulation as parts that can be drawn and filled in one by one. */
export const regulationPart = partOf(schemaOf(DigitalRegulation)) as Extract<Part, { kind: 'object' }>

/** The part of the format below another one; null where it has none of this name. */
export function partBelow(part: Part, step: string): Part | null {
  if (part.kind === 'list') return part.item
  if (part.kind === 'object') return part.members.find(({ name }) => name === step)?.part ?? null
  if (part.kind !== 'either') return null
  return part.parts.map(one => partBelow(one, step)).find(one => one !== null) ?? null
}

/** The part of the format at a pointer into a regulation; null where there is none. */
export function partAt(pointer: string): Part | null {
  return stepsOf(pointer).reduce<Part | null>(
    (part, step) => (part === null ? null : partBelow(part, step)),
    regulationPart,
  )
}
