import type { FieldLayout, FormLayout, ItemLayout } from '@tereze/forms'

interface SchemaPart {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly maxLength?: number
  readonly properties?: Readonly<Record<string, SchemaPart>>
  readonly items?: SchemaPart
  readonly const?: unknown
  readonly oneOf?: readonly SchemaPart[]
  readonly anyOf?: readonly SchemaPart[]
}

/** Longer texts get a field of several lines. */
const oneLine = 200

const hasMembers = ({ properties = {} }: SchemaPart, ...names: readonly string[]) =>
  names.every(name => name in properties)

/** How a field of a register's schema is asked; null where a form of the register does not ask it: lists of objects. */
function kindOf(part: SchemaPart): FieldLayout['as'] | 'group' | null {
  if (part.enum !== undefined) return 'choice'
  if (part.type === 'object' || part.properties !== undefined) {
    if (hasMembers(part, 'family', 'given')) return 'person-name'
    if (hasMembers(part, 'amount', 'currency')) return 'money'
    return part.properties === undefined ? null : 'group'
  }
  if (part.type === 'array') return part.items?.enum === undefined ? null : 'choices'
  if (part.type === 'boolean') return 'yes-no'
  if (part.type === 'number' || part.type === 'integer') return 'number'
  if (part.format === 'date') return 'date'
  return (part.maxLength ?? 0) > oneLine ? 'long-text' : 'text'
}

function itemsOf(schema: SchemaPart, pointer: string, hidden: ReadonlySet<string>): ItemLayout[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, part]): ItemLayout[] => {
    const field = `${pointer}/${name}`
    const as = kindOf(part)
    if (as === null || hidden.has(field)) return []
    if (as !== 'group') return [{ field, as }]
    return itemsOf(part, field, hidden)
  })
}

/**
 * The schema that a form of a register is computed with: its own, or, where records are of one of several kinds, all their
 * fields together. Which of them belong together the register judges.
 */
export function formSchema(schema: unknown): Readonly<Record<string, unknown>> {
  const whole = schema as SchemaPart
  const kinds = whole.oneOf ?? whole.anyOf
  if (kinds === undefined || whole.properties !== undefined) return schema as Readonly<Record<string, unknown>>
  const properties: Record<string, SchemaPart> = {}
  for (const kind of kinds) {
    for (const [name, part] of Object.entries(kind.properties ?? {})) {
      const known = properties[name]
      const values = [...(known?.enum ?? []), ...(part.enum ?? ('const' in part ? [part.const] : []))]
      const { const: _one, ...rest } = part
      properties[name] = values.length === 0 ? (known ?? part) : { ...rest, enum: [...new Set(values)] }
    }
  }
  return { type: 'object', properties }
}

/** The form of a register, made from its schema: every field that the reader may see, in the order of the schema. */
export function layoutOf(schema: unknown, hidden: readonly string[]): FormLayout {
  return { pages: [{ id: 'record', items: itemsOf(formSchema(schema) as SchemaPart, '', new Set(hidden)) }] }
}

/** The fields that a layout asks. */
export function askedFields({ pages }: FormLayout): string[] {
  return pages.flatMap(({ items = [] }) => items.flatMap(item => ('field' in item ? [item.field] : [])))
}
