const propertiesOf = (schema: unknown): readonly string[] => {
  const { properties } = (schema ?? {}) as { properties?: unknown }
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : []
}

/** A record with its fields in the order in which the schema of its register names them; what it does not name comes last. */
export function inSchemaOrder<Data extends Readonly<Record<string, unknown>>>(schema: unknown, data: Data): Data {
  const order = new Map(propertiesOf(schema).map((name, place) => [name, place]))
  const place = ([name]: [string, unknown]) => order.get(name) ?? order.size
  return Object.fromEntries(Object.entries(data).toSorted((one, other) => place(one) - place(other))) as Data
}
