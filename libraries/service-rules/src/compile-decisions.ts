import { type CompiledModel, compile, type Model, parse } from '@tereze/dmn'

/** The decision models of a package by file, ready to run. */
export type DecisionModels = ReadonlyMap<string, CompiledModel>

/**
 * Compiles the decision files of a package; each may import the others by namespace (DMN 1.5 §6.3.3).
 * @param files path and text of every file; what does not end with `.dmn` is left out.
 * @throws Error naming the file that is no decision model.
 */
export function compileDecisions(files: Iterable<readonly [path: string, text: string]>): DecisionModels {
  const models = new Map<string, Model>()
  for (const [file, text] of files) {
    if (!file.endsWith('.dmn')) continue
    const parsed = parse(text)
    if (!parsed.ok) throw new Error(`${file} is no decision model: ${parsed.errors[0]?.message ?? ''}`)
    models.set(file, parsed.model)
  }
  const imports = [...models.values()]
  return new Map([...models].map(([file, model]) => [file, compile(model, { imports })]))
}
