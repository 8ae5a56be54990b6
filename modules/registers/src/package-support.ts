import type { PackageSupport } from '@tereze/catalogue/contract'
import { checkLabels } from './checking/check-labels.ts'
import { checkMatching } from './checking/check-matching.ts'
import { definitionOf } from './definition/definition.ts'
import { createProjection } from './store/projection.ts'

/** Registers get their typed projection when they are published. */
export const registerPackages: PackageSupport = {
  kind: 'register',
  async check(pack, all) {
    const definition = definitionOf(pack)
    const unknown = definition.references
      .filter(reference => all.find('register', reference.register) === null)
      .map(reference => ({
        package: `register:${pack.id}`,
        file: 'register.json',
        pointer: reference.pointer,
        code: 'package.reference-unknown',
        params: { reference: `register:${reference.register}` },
      }))
    const own = [...checkLabels(definition), ...checkMatching(definition, all)]
    return [...unknown, ...own.map(problem => ({ package: `register:${pack.id}`, ...problem }))]
  },
  async activate(context, pack) {
    await createProjection(context.tx, definitionOf(pack))
  },
}
