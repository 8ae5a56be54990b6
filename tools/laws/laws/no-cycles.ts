import { importsOf, packageOf, targetOf } from '../imports.ts'
import type { Law, Offence } from '../law.ts'
import { folderOf, packagesOf } from '../packages.ts'
import { isCode, productCode } from '../storeys.ts'
import type { Tree } from '../tree.ts'

type Graph = ReadonlyMap<string, readonly string[]>

/** No cycle among files (what remains after type stripping) and none among packages. */
export const law: Law = {
  says: 'No file and no package imports itself round a corner.',
  why: 'In a cycle nothing can be understood, loaded or tested before everything else in it.',
  remedy: 'Put what both ends need into a third file below them, or pass it in as an argument.',
  looksAt: tree => tree.paths.filter(isCode).length,
  check: tree => [...cyclesIn(fileGraph(tree)), ...cyclesIn(packageGraph(tree))],
  broken: [
    {
      'libraries/feel/src/a.ts': "import { b } from './b.ts'",
      'libraries/feel/src/b.ts': "import { c } from './c.ts'",
      'libraries/feel/src/c.ts': "import { a } from './a.ts'",
    },
    {
      'libraries/feel/package.json': '{"name":"@tereze/feel"}',
      'libraries/dmn/package.json': '{"name":"@tereze/dmn"}',
      'libraries/feel/src/index.ts': "import type { Dmn } from '@tereze/dmn'",
      'libraries/dmn/src/index.ts': "import { feel } from '@tereze/feel'",
    },
  ],
  lawful: [
    {
      'libraries/feel/src/a.ts': "import type { B } from './b.ts'",
      'libraries/feel/src/b.ts': "import { a } from './a.ts'",
    },
  ],
}

function fileGraph(tree: Tree): Graph {
  return new Map(
    tree.paths
      .filter(isCode)
      .map(path => [path, importsOf(tree, path).flatMap(found => (found.typeOnly ? [] : (targetOf(found) ?? [])))]),
  )
}

function packageGraph(tree: Tree): Graph {
  const folders = new Map(packagesOf(tree).map(({ name, folder }) => [name, folder]))
  const edges = new Map<string, Set<string>>([...folders.values()].map(folder => [folder, new Set()]))
  for (const path of productCode(tree)) {
    for (const { specifier } of importsOf(tree, path)) {
      const target = folders.get(packageOf(specifier) ?? '')
      if (target && target !== folderOf(path)) edges.get(folderOf(path))?.add(target)
    }
  }
  return new Map([...edges].map(([folder, targets]) => [folder, [...targets]]))
}

/** Each strongly tied group is told once, by the way round it that a depth-first walk meets first. */
function cyclesIn(graph: Graph): Offence[] {
  const state = new Map<string, 'open' | 'done'>()
  const offences: Offence[] = []
  const walk = (node: string, way: readonly string[]) => {
    if (state.get(node) === 'done' || !graph.has(node)) return
    if (state.get(node) === 'open') {
      offences.push({ place: node, what: [...way.slice(way.indexOf(node)), node].join(' → ') })
      return
    }
    state.set(node, 'open')
    for (const next of graph.get(node) ?? []) walk(next, [...way, node])
    state.set(node, 'done')
  }
  for (const node of graph.keys()) walk(node, [])
  return offences
}
