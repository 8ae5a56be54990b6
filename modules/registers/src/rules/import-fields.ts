import type { ValueKind } from '@tereze/data-files'

interface SchemaPart {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly properties?: Readonly<Record<string, SchemaPart>>
  readonly oneOf?: readonly SchemaPart[]
  readonly anyOf?: readonly SchemaPart[]
}

/** The words of a message key in all languages. */
export type WordsOf = (key: string) => readonly string[]

/** A field of a register as a column of a table. */
export interface TableField {
  /** JSON Pointer. */
  readonly pointer: string
  /** `name.family` */
  readonly dotted: string
  readonly kind: ValueKind
  /** What a column of it may be called: its title in each language. */
  readonly titles: readonly string[]
  /** For a choice: what people write, in lower case → the value. */
  readonly answers: ReadonlyMap<string, unknown>
}

function valuesOf({ enum: values, const: only }: SchemaPart): readonly unknown[] {
  return values ?? (only === undefined ? [] : [only])
}

function kindOf(part: SchemaPart): ValueKind {
  if (valuesOf(part).length > 0) return 'choice'
  const types = typeof part.type === 'string' ? [part.type] : (part.type ?? [])
  const type = types.find(one => one !== 'null')
  if (type === 'boolean' || type === 'number' || type === 'integer') return type
  if (type === 'array' || type === 'object' || (type === undefined && part.properties === undefined)) return 'json'
  if (part.format === 'date') return 'date'
  return part.format === 'date-time' ? 'instant' : 'text'
}

/** Members of an object that may be one of several kinds, all together. */
function membersOf(part: SchemaPart): Map<string, SchemaPart> {
  const members = new Map(Object.entries(part.properties ?? {}))
  for (const kind of [...(part.oneOf ?? []), ...(part.anyOf ?? [])]) {
    for (const [name, member] of membersOf(kind)) {
      const known = members.get(name)
      const values = known === undefined ? [] : [...valuesOf(known), ...valuesOf(member)]
      members.set(name, values.length === 0 ? (known ?? member) : { ...member, enum: [...new Set(values)] })
    }
  }
  return members
}

function answersOf(part: SchemaPart, dotted: string, words: WordsOf): Map<string, unknown> {
  const answers = new Map<string, unknown>()
  for (const value of valuesOf(part)) {
    answers.set(String(value).toLowerCase(), value)
    for (const word of words(`answer.${dotted}.${String(value).toLowerCase()}`)) answers.set(word.toLowerCase(), value)
  }
  return answers
}

/** The fields of a register as columns of a table: one for each value that is no object; lists are one value. */
export function tableFields(schema: unknown, words: WordsOf, before = ''): TableField[] {
  return [...membersOf(schema as SchemaPart)].flatMap(([name, part]): TableField[] => {
    const pointer = `${before}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
    if (membersOf(part).size > 0) return tableFields(part, words, pointer)
    const dotted = pointer.slice(1).replaceAll('/', '.')
    return [
      {
        pointer,
        dotted,
        kind: kindOf(part),
        titles: words(`field.${dotted}`),
        answers: answersOf(part, dotted, words),
      },
    ]
  })
}
