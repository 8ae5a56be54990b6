import type { Tree } from './tree.ts'

/** The storey that a file stands on; what stands on none (documents, settings) is `outside`. */
export type Storey =
  | 'library'
  | 'foundation'
  | 'module'
  | 'ui'
  | 'server-app'
  | 'web-app'
  | 'content'
  | 'proof'
  | 'outside'

/** Modules from the lowest to the highest (design.md §4); equals stand in one row. The lower never knows the higher. */
export const moduleOrder: readonly (readonly string[])[] = [
  ['audit'],
  ['access'],
  ['identity'],
  ['catalogue'],
  ['signatures'],
  ['vigilance'],
  ['registers'],
  ['exchange'],
  ['documents', 'payments', 'notifications'],
  ['credentials'],
  ['cases'],
  ['situations'],
  ['profile'],
  ['reception'],
  ['datasets'],
  ['studio'],
  ['regulations'],
]

const SERVER_APPS = ['server', 'cli']
const PROOF_FOLDERS = ['conformance', 'journeys', 'benchmarks', 'tools', 'examples']

/** The storey of a path. Tests, build scripts and whatever else proves or makes things may look everywhere. */
export function storeyOf(path: string): Storey {
  const [top = '', name = ''] = path.split('/')
  if (isProof(path)) return 'proof'
  if (top === 'libraries') return 'library'
  if (top === 'foundation') return name === 'testing' ? 'proof' : 'foundation'
  if (top === 'modules') return 'module'
  if (top === 'ui') return 'ui'
  if (top === 'apps') return SERVER_APPS.includes(name) ? 'server-app' : 'web-app'
  if (top === 'content') return 'content'
  return 'outside'
}

/** Whether a file is a test, a fixture, a build script or one of the folders that exist for proving. */
export function isProof(path: string): boolean {
  return (
    PROOF_FOLDERS.includes(path.split('/')[0] ?? '') ||
    /\.(test|fixture|journey|bench)\.(ts|tsx|mjs)$/.test(path) ||
    /(^|\/)(build|vite\.config|vitest\.config)\.ts$/.test(path) ||
    /^apps\/[^/]+\/preview(\/|\.ts$)/.test(path)
  )
}

/** Whether a file holds code that is looked at. */
export function isCode(path: string): boolean {
  return /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('.d.ts')
}

/** Code that runs in the product: no tests, no tools. */
export function productCode(tree: Tree): string[] {
  return tree.paths.filter(path => isCode(path) && !['proof', 'outside', 'content'].includes(storeyOf(path)))
}

/** Row of a module in the order; verticals, which the order does not name, stand above all. */
export function rowOf(module: string): number {
  const row = moduleOrder.findIndex(names => names.includes(module))
  return row === -1 ? moduleOrder.length : row
}
