import { type Package, packages, textOf } from '@tereze/catalogue/contract'
import type { Ports } from '@tereze/foundation-operations'
import type { RegisterDefinition } from '../definition/definition.ts'
import { type TableField, tableFields } from '../rules/import-fields.ts'

const remembered = new WeakMap<Package, TableField[]>()

/** The fields of a register as columns of a table, with their titles and answers in three languages. */
export function fieldsOfRegister(ports: { port: Ports['get'] }, { id, schema }: RegisterDefinition): TableField[] {
  const pack = ports.port(packages).get('register', id)
  const known = remembered.get(pack)
  if (known !== undefined) return known
  const keys = new Set(pack.messages.keys())
  const fields = tableFields(schema, key => (keys.has(key) ? [...new Set(Object.values(textOf(pack, key)))] : []))
  remembered.set(pack, fields)
  return fields
}
