import type { Tree } from './tree.ts'

/** A workspace of the repository. */
export type Package = {
  name: string
  /** Its folder, such as `libraries/feel`. */
  folder: string
  dependencies: Readonly<Record<string, string>>
  exports: unknown
}

/** All workspaces: folders of the five storeys that have a package.json. */
export function packagesOf(tree: Tree): Package[] {
  return tree.paths
    .filter(path => /^(libraries|foundation|modules|ui|apps)\/[^/]+\/package\.json$/.test(path))
    .map(path => {
      const { name, dependencies = {}, exports } = JSON.parse(tree.text(path))
      return { name, folder: path.slice(0, -'/package.json'.length), dependencies, exports }
    })
}

/** The folder of the workspace that a path is in. */
export function folderOf(path: string): string {
  return path.split('/').slice(0, 2).join('/')
}
