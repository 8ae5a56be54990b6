interface SchemaPart {
  readonly properties?: Readonly<Record<string, SchemaPart>>
  readonly items?: SchemaPart
  readonly additionalProperties?: unknown
  readonly $ref?: string
  readonly anyOf?: readonly SchemaPart[]
  readonly oneOf?: readonly SchemaPart[]
  readonly allOf?: readonly SchemaPart[]
}

/** The part of a schema (JSON Schema 2020-12) that a field of the data is held to; undefined where it has no such field. */
export function schemaAt(schema: unknown, pointer: string): SchemaPart | undefined {
  let part: SchemaPart | undefined = schema as SchemaPart
  for (const name of pointer.split('/').slice(1)) {
    if (part === undefined) return undefined
    part = /^(\*|\d+)$/.test(name) && part.items !== undefined ? part.items : memberOf(part, name)
  }
  return part
}

function memberOf(part: SchemaPart, name: string): SchemaPart | undefined {
  const own = part.properties?.[name]
  if (own !== undefined) return own
  for (const other of [...(part.anyOf ?? []), ...(part.oneOf ?? []), ...(part.allOf ?? [])]) {
    const found = memberOf(other, name)
    if (found !== undefined) return found
  }
  return undefined
}

/** Whether a schema may have a field; one that is open, or refers elsewhere, may have any. */
export function hasField(schema: unknown, pointer: string): boolean {
  let above = pointer
  while (above !== '') {
    above = above.slice(0, above.lastIndexOf('/'))
    const part = schemaAt(schema, above)
    if (part === undefined) continue
    const isOpen =
      part.$ref !== undefined || (part.properties === undefined && part.items === undefined && !hasParts(part))
    if (isOpen) return true
    break
  }
  return schemaAt(schema, pointer) !== undefined
}

const hasParts = ({ anyOf, oneOf, allOf }: SchemaPart) => [anyOf, oneOf, allOf].some(list => list !== undefined)
