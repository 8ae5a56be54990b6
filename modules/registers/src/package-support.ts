import type { PackageSupport } from '@tereze/catalogue/contract'
import { definitionOf } from './definition/definition.ts'
import { createProjection } from './store/projection.ts'

/** Registers get their typed projection when they are published. */
export const registerPackages: PackageSupport = {
  kind: 'register',
  async check(pack, all) {
    const definition = definitionOf(pack)
    return definition.references
      .filter(reference => all.find('register', reference.register) === null)
      .map(reference => ({
        package: `register:${pack.id}`,
        file: 'register.json',
        pointer: reference.pointer,
        code: 'package.reference-unknown',
        params: { reference: `register:${reference.register}` },
      }))
  },
  async activate(context, pack) {
    await createProjection(context.tx, definitionOf(pack))
  },
}
