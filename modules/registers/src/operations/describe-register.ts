import { packages, textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { schemaAt } from '../checking/schema-at.ts'
import type { Withheld } from '../contract/access.ts'
import { registerNotFound } from '../contract/record.ts'
import { describeRegister, type RegisterDescription } from '../contract/register.ts'
import { readerOf } from '../definition/reader.ts'
import { findDefinition } from '../definition/registered.ts'
import { actsOf } from '../rules/acts-of.ts'
import { isOpen, withheldFields } from '../rules/decide-access.ts'

function valuesOf(schema: unknown, pointer: string): string[] | null {
  const part = schemaAt(schema, pointer) as { enum?: readonly unknown[] } | undefined
  return part?.enum?.every(value => typeof value === 'string') ? (part.enum as string[]) : null
}

/** One register with its words and schema. */
export const describeRegisterHandler = handle(describeRegister, {
  tenant: input => input.organisation,
  async run({ organisation, register, emergency }, context) {
    const definition = findDefinition(context, organisation, register)
    if (definition === null) return refuse(registerNotFound, { pointer: '/register', params: { register } })
    const reader = readerOf(context, definition, undefined, emergency)
    const may = actsOf(reader)
    if (may.length === 0) return reader.refuse('see')
    const pack = context.port(packages).get('register', register)
    const sees = reader.general('see')
    const words = pack.messages.keys().filter(key => /^(field|answer)\./.test(key))
    const labels = Object.fromEntries(Object.entries(definition.labels)) as RegisterDescription['labels']
    return {
      register,
      version: definition.version,
      title: textOf(pack, 'title'),
      may,
      approval: [...definition.approval],
      matching: definition.matching !== null,
      columns: definition.columns
        .filter(({ pointer }) => isOpen(definition, reader.general('search'), pointer))
        .map(({ name, pointer, type }) => ({ name, pointer, type, values: valuesOf(definition.schema, pointer) })),
      schema: definition.schema as Record<string, unknown>,
      labels,
      withheld: withheldFields(definition, sees) as Withheld[],
      words: Object.fromEntries(words.map(key => [key, textOf(pack, key)])),
    }
  },
})
