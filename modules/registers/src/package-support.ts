import type { PackageSupport } from '@tereze/catalogue/contract'
import { checkEvolution } from './checking/check-evolution.ts'
import { checkLabels } from './checking/check-labels.ts'
import { checkMatching } from './checking/check-matching.ts'
import { checkQuality } from './checking/check-quality.ts'
import { definitionOf } from './definition/definition.ts'
import { hasRecords, upsertBehind } from './store/behind.ts'
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
    const own = [
      ...checkLabels(definition),
      ...checkMatching(definition, all),
      ...checkEvolution(pack),
      ...checkQuality(pack, all),
    ]
    return [...unknown, ...own.map(problem => ({ package: `register:${pack.id}`, ...problem }))]
  },
  async activate(context, pack) {
    const definition = definitionOf(pack)
    const isBehind = await createProjection(context.tx, definition)
    if (isBehind && (await hasRecords(context.tx, pack.id))) {
      const { id: register, version, columns } = definition
      upsertBehind(
        context.tx,
        { register, version },
        columns.map(({ name }) => name),
      )
    }
  },
}
