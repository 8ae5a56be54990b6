import { builtinFunction } from './builtins/index.ts'
import { childrenOf } from './semantics/children.ts'
import type { Node } from './syntax/tree.ts'

/** The paths of outside data that a tree reads, each once, in the order of the text. */
export function referencesOf(tree: Node, names: ReadonlySet<string> | null): string[][] {
  const found = new Map<string, string[]>()
  walk(tree, [], false, { found, names })
  return [...found.values()]
}

interface Collector {
  readonly found: Map<string, string[]>
  readonly names: ReadonlySet<string> | null
}

function note(collector: Collector, path: string[]): void {
  collector.found.set(JSON.stringify(path), path)
}

/** `inFilter`: a name may be an entry of the item, so it counts only when it is a known variable. */
function walk(node: Node, locals: readonly string[], inFilter: boolean, collector: Collector): void {
  switch (node.kind) {
    case 'name':
    case 'path': {
      const path = pathOf(node)
      if (path === null) break
      const first = path[0] as string
      if (first === '?' || locals.includes(first)) return
      const known = collector.names?.has(first) ?? false
      if (!known && (inFilter || builtinFunction(first) !== undefined)) return
      note(collector, path)
      return
    }
    case 'filter':
      walk(node.list, locals, inFilter, collector)
      walk(node.condition, [...locals, 'item'], true, collector)
      return
    case 'for':
    case 'some':
    case 'every': {
      let inner = locals
      for (const iteration of node.iterations) {
        walk(iteration.from, inner, inFilter, collector)
        if (iteration.to !== null) walk(iteration.to, inner, inFilter, collector)
        inner = [...inner, iteration.name]
      }
      walk(node.body, [...inner, 'partial'], inFilter, collector)
      return
    }
    case 'context': {
      let inner = locals
      for (const entry of node.entries) {
        walk(entry.value, inner, inFilter, collector)
        inner = [...inner, entry.name]
      }
      return
    }
    case 'function':
      walk(node.body, [...locals, ...node.parameters.map(parameter => parameter.name)], inFilter, collector)
      return
  }
  for (const child of childrenOf(node)) walk(child, locals, inFilter, collector)
}

function pathOf(node: Node): string[] | null {
  if (node.kind === 'name') return [node.name]
  if (node.kind !== 'path') return null
  const before = pathOf(node.object)
  return before === null ? null : [...before, node.name]
}
