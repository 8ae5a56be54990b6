import { allImports, packageOf, targetOf } from '../imports.ts'
import type { Law } from '../law.ts'
import { folderOf, packagesOf } from '../packages.ts'
import { isCode, isProof, storeyOf } from '../storeys.ts'

/** Nobody reaches past a door, by a deep package path or by climbing out of the own folder. */
export const law: Law = {
  says: 'A package is entered by its doors only.',
  why: 'An import past the door ties two packages together where neither can see it.',
  remedy: 'Import the package by its name; if what you need is not at the door, ask whether it belongs there.',
  looksAt: tree => tree.paths.filter(isCode).length,
  check(tree) {
    const ours = new Set(packagesOf(tree).map(({ name }) => name))
    return allImports(tree, () => true).flatMap(found => {
      const { from, place, specifier } = found
      const target = targetOf(found)
      const leaves =
        target !== undefined && storeyOf(from) !== 'outside' && !isProof(from) && folderOf(target) !== folderOf(from)
      if (leaves) return [{ place, what: `${specifier} leaves ${folderOf(from)}` }]
      const name = packageOf(specifier)
      if (!name || !ours.has(name)) return []
      const door = specifier.slice(name.length)
      return door === '' || door === '/contract' ? [] : [{ place, what: `${specifier} is no door of ${name}` }]
    })
  },
  broken: [
    {
      'libraries/feel/package.json': '{"name":"@tereze/feel"}',
      'tools/x.ts': "import { parse } from '@tereze/feel/src/parser.ts'",
    },
    { 'libraries/dmn/src/index.ts': "import { parse } from '../../feel/src/parser.ts'" },
    { 'modules/catalogue/src/load.ts': "import demo from '../../../content/demo.json' with { type: 'json' }" },
  ],
  lawful: [
    { 'libraries/dmn/src/a/b.ts': "import { c } from '../c.ts'" },
    { 'tools/x.ts': "import { parse } from '../libraries/feel/src/parser.ts'" },
  ],
}
