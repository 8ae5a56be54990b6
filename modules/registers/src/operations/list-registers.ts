import { packages, textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listRegisters } from '../contract/register.ts'
import { definitionOf } from '../definition/definition.ts'
import { readerOf } from '../definition/reader.ts'
import { actsOf } from '../rules/acts-of.ts'

/** Registers of an organisation that let the reader do anything. */
export const listRegistersHandler = handle(listRegisters, {
  tenant: input => input.organisation,
  async run({ organisation, emergency }, context) {
    const items = context
      .port(packages)
      .list('register')
      .map(pack => ({ pack, definition: definitionOf(pack) }))
      .filter(({ definition }) => definition.owner === organisation)
      .map(({ pack, definition }) => ({
        register: definition.id,
        title: textOf(pack, 'title'),
        may: actsOf(readerOf(context, definition, undefined, emergency)),
      }))
      .filter(({ may }) => may.length > 0)
    return { items: items.sort((a, b) => (a.register < b.register ? -1 : 1)) }
  },
})
