import type { DatasetColumnView } from '../contract/dataset.ts'

const types = { text: 'string', number: 'number', boolean: 'boolean' } as const

/** JSON Schema (2020-12) of one row of a table, with the words of its columns and codes in three languages. */
export function schemaOfTable(id: string, columns: readonly DatasetColumnView[]): object {
  const properties = columns.map(({ name, type, title, codes, role }) => [
    name,
    {
      type: role === 'key' ? types[type] : [types[type], 'null'],
      title: title.en,
      'x-titles': title,
      ...(Object.keys(codes).length === 0 ? {} : { 'x-codes': codes }),
    },
  ])
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: id,
    type: 'object',
    additionalProperties: false,
    required: columns.map(({ name }) => name),
    properties: Object.fromEntries(properties),
  }
}
