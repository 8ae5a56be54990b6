interface SchemaPart {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, SchemaPart>>
  readonly items?: SchemaPart
  readonly oneOf?: readonly SchemaPart[]
  readonly anyOf?: readonly SchemaPart[]
}

/** Parts that a person's name and an amount of money are written by; null for everything else. */
export function partNames(value: unknown): readonly string[] | null {
  if (typeof value !== 'object' || value === null) return null
  if ('family' in value && 'given' in value) return ['family', 'given', 'patronymic']
  if ('amount' in value && 'currency' in value) return ['amount']
  return null
}

function memberOf(part: SchemaPart, name: string): readonly SchemaPart[] {
  const own = /^\d+$/.test(name) ? part.items : part.properties?.[name]
  const others = [...(part.oneOf ?? []), ...(part.anyOf ?? [])].flatMap(other => memberOf(other, name))
  return own === undefined ? others : [own, ...others]
}

/** The values between which a schema (JSON Schema 2020-12) lets one choose at a place; null where it lets one write. */
export function choicesAt(schema: unknown, pointer: string): readonly (string | boolean)[] | null {
  let parts: readonly SchemaPart[] = [schema as SchemaPart]
  for (const name of pointer.split('/').slice(1)) parts = parts.flatMap(part => memberOf(part, name))
  const all = parts.flatMap(part => [part, ...(part.anyOf ?? []), ...(part.oneOf ?? [])])
  if (all.some(({ type }) => type === 'boolean')) return [true, false]
  const listed = all.flatMap(part => [...(part.enum ?? []), ...(part.const === undefined ? [] : [part.const])])
  const codes = listed.filter(value => typeof value === 'string')
  return codes.length === 0 ? null : [...new Set(codes)]
}
