import type { Package } from '@tereze/catalogue/contract'
import type { CompiledModel } from '@tereze/dmn'
import { compileDecisions, type DecisionModels } from '@tereze/service-rules'

const compiled = new WeakMap<Package, DecisionModels>()

/** The decision models of a package by file, compiled once. */
export function decisionsOf(pack: Package): DecisionModels {
  let models = compiled.get(pack)
  if (models === undefined) {
    models = compileDecisions(pack.text)
    compiled.set(pack, models)
  }
  return models
}

/** One model of a package by its file. */
export function findModel(pack: Package, file: string): CompiledModel | null {
  return decisionsOf(pack).get(file) ?? null
}
