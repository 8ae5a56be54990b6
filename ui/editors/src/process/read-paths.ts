import type { OutlineNode } from '@tereze/bpmn'
import { compileExpression, references } from '@tereze/feel'

/** The places of the data that conditions, timers and terms look at, each once; `[['decision', 'outcome']]`. */
export function readPaths(nodes: readonly OutlineNode[]): string[][] {
  const paths = nodes
    .flatMap(({ outgoing, until, settings }) => [
      ...outgoing.flatMap(({ condition }) => condition ?? []),
      ...(until === null ? [] : [until]),
      ...Object.values(settings).filter(text => text.startsWith('=')),
    ])
    .map(text => compileExpression(text.replace(/^=\s*/u, '')))
    .flatMap(compiled => (compiled.ok ? references(compiled.expression) : []))
  const unique = [...new Map(paths.map(path => [path.join('.'), path])).values()]
  return unique.filter(
    path => !unique.some(other => other.length < path.length && other.every((name, i) => path[i] === name)),
  )
}
