/** What a JSON Schema says of a place; `null` when it knows no such place. */
export interface SchemaPart {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, SchemaPart>>
}

/** The part of a schema of records at a pointer through properties. */
export function schemaAt(schema: unknown, pointer: string): SchemaPart | null {
  let part = schema as SchemaPart | undefined
  for (const token of pointer.split('/').slice(1))
    part = part?.properties?.[token.replaceAll('~1', '/').replaceAll('~0', '~')]
  return part ?? null
}
