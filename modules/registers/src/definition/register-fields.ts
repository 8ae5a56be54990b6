import type { Package } from '@tereze/catalogue/contract'
import type { RegisterFields } from '../contract/published.ts'
import { grantsFor, isOpen } from '../rules/decide-access.ts'
import { labelAt } from '../rules/labels.ts'
import { definitionOf } from './definition.ts'

/** The fields of a register. */
export function registerFields(pack: Package): RegisterFields {
  const definition = definitionOf(pack)
  const { owner, subjects, columns, schema } = definition
  const scope = pack.json.get('register.json')?.scope
  return {
    owner,
    aboutPeople: subjects.length > 0,
    scope: typeof scope === 'string' ? scope : null,
    columns,
    schema,
    labelAt: pointer => labelAt(definition, pointer),
    lists: (who, pointer) => isOpen(definition, grantsFor(definition, [who], 'list'), pointer),
  }
}
