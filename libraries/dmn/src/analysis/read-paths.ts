import { compileExpression, compileUnaryTests, references } from '@tereze/feel'
import type { Decision, KnowledgeModel, Model } from '../model/model.ts'
import { expressionsOf, testsOf, textsOf } from '../model/walk.ts'

/**
 * The places of the data that a decision reads, itself or through what it needs: `[['applicant', 'kind'], ['children']]`, in the
 * order of the inputs of the model. Where it reads a whole and a part of it (a list and a property of its items), the whole.
 */
export function readPathsOf(model: Model, decision: string): string[][] {
  const elements = new Map<string, Decision | KnowledgeModel>(
    [...model.decisions, ...model.knowledge].map(element => [`#${element.id}`, element]),
  )
  const inputs = new Map(model.inputs.map(input => [`#${input.id}`, input.name]))
  const needed = new Set<string>()
  const read = new Set<string>()
  const open = [...elements].flatMap(([href, { name }]) => (name === decision ? [href] : []))
  for (let href = open.pop(); href !== undefined; href = open.pop()) {
    const element = elements.get(href)
    const input = inputs.get(href)
    if (input !== undefined) read.add(input)
    if (element === undefined || needed.has(element.name)) continue
    needed.add(element.name)
    open.push(...element.information, ...element.knowledge)
  }
  const names = [...model.inputs, ...model.decisions, ...model.knowledge].map(({ name }) => name)
  const paths = expressionsOf(model)
    .filter(({ owner }) => needed.has(owner))
    .flatMap(({ expression }) => [
      ...textsOf(expression).map(({ text }) => compileExpression(text, { names })),
      ...testsOf(expression).map(({ text }) => compileUnaryTests(text, { names })),
    ])
    .flatMap(compiled => (compiled.ok ? references(compiled.expression) : []))
    .filter(([first]) => first !== undefined && read.has(first))
  return model.inputs
    .filter(({ name }) => read.has(name))
    .flatMap(({ name }) => {
      const own = paths.filter(([first]) => first === name)
      return own.length === 0 ? [[name]] : shortest(own)
    })
}

/** Paths without those that lie inside of another, each once. */
function shortest(paths: readonly string[][]): string[][] {
  const unique = [...new Map(paths.map(path => [JSON.stringify(path), path])).values()]
  return unique.filter(
    path => !unique.some(other => other.length < path.length && other.every((name, i) => path[i] === name)),
  )
}
