import type { Package } from '@tereze/catalogue/contract'
import { type CompiledModel, compile, parse } from '@tereze/dmn'

const compiled = new WeakMap<Package, ReadonlyMap<string, CompiledModel>>()

/** Compiled decision models of a package by file. */
function modelsOf(pack: Package): ReadonlyMap<string, CompiledModel> {
  const known = compiled.get(pack)
  if (known) return known
  const models = new Map<string, CompiledModel>()
  for (const [file, text] of pack.text) {
    if (!file.endsWith('.dmn')) continue
    const parsed = parse(text)
    if (!parsed.ok) throw new Error(`${pack.kind} ${pack.id}: ${file} is no decision model`)
    models.set(file, compile(parsed.model))
  }
  compiled.set(pack, models)
  return models
}

/** The files of a package that hold a decision, in the order of their names. */
export function filesWith(pack: Package, decision: string): string[] {
  return [...modelsOf(pack)].flatMap(([file, model]) => (model.elements.has(decision) ? [file] : [])).toSorted()
}

/** One model of a package by its file. */
export function findModel(pack: Package, file: string): CompiledModel | null {
  return modelsOf(pack).get(file) ?? null
}
