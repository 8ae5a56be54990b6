import type { PackageProblem, Packages } from '@tereze/catalogue/contract'
import { definitionOf, type RegisterDefinition } from '../definition/definition.ts'
import { hasField } from './schema-at.ts'

type Found = Pick<PackageProblem, 'file' | 'pointer' | 'code' | 'params'>

/**
 * What is wrong with how a register looks for duplicates: fields that there are not; and references to records that may be
 * merged which no column projects, so that a merge would have to look through the whole register.
 */
export function checkMatching(definition: RegisterDefinition, all: Packages): Found[] {
  const found: Found[] = []
  for (const [index, { pointers }] of (definition.matching?.features ?? []).entries())
    for (const [place, field] of pointers.entries())
      if (!hasField(definition.schema, field))
        found.push({
          file: 'register.json',
          pointer: `/matching/features/${index}/pointers/${place}`,
          code: 'package.field-unknown',
          params: { field },
        })
  for (const [index, { pointer, register }] of definition.references.entries()) {
    const target = all.find('register', register)
    if (target === null || pointer.includes('*')) continue
    const { owner, matching } = definitionOf(target)
    if (owner !== definition.owner || matching === null) continue
    if (!definition.columns.some(column => column.pointer === pointer))
      found.push({
        file: 'register.json',
        pointer: `/references/${index}`,
        code: 'package.reference-not-indexed',
        params: { field: pointer, register },
      })
  }
  return found
}
