/** What the fuzz reads of a JSON Schema 2020-12, as the OpenAPI document has it. */
export interface Schema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly patternProperties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly minItems?: number
  readonly maxItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
}

/** An operation of the OpenAPI document. */
export interface Door {
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Path with its parts as `{name}`. */
  readonly path: string
  /** Schema of the input; null where the door speaks a protocol of its own. */
  readonly input: Schema | null
  /** Refusals that the document declares. */
  readonly codes: ReadonlySet<string>
}

interface Entry {
  readonly operationId: string
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
  readonly responses: Readonly<Record<string, { readonly description: string }>>
}

/** Every operation of an OpenAPI document. */
export function doorsOf(document: unknown): Door[] {
  const { paths } = document as { paths: Record<string, Record<string, Entry>> }
  return Object.entries(paths).flatMap(([path, entries]) =>
    Object.entries(entries).map(([method, { operationId, requestBody, responses }]) => ({
      name: operationId,
      method: method.toUpperCase() as Door['method'],
      path,
      input: requestBody?.content['application/json']?.schema ?? null,
      codes: new Set(Object.values(responses).flatMap(({ description }) => description.split(', '))),
    })),
  )
}

/** Whether a door may end something of whoever asks: their session, for whom they act. */
export function endsSomething({ name }: Pick<Door, 'name'>): boolean {
  return /^identity\.(end-|act-for|sign-out)/.test(name)
}
