import { importsOf, packageOf } from '../imports.ts'
import type { Law, Offence } from '../law.ts'
import { type Package, packagesOf } from '../packages.ts'
import { isCode, isProof } from '../storeys.ts'
import { matchesIn, type Tree } from '../tree.ts'

/** package.json tells the truth about what a package needs. */
export const law: Law = {
  says: 'A package declares what it imports and imports what it declares, at exact versions.',
  why: 'Undeclared, it works only by the luck of hoisting; unused, it is carried, updated and audited for nothing.',
  remedy: 'Make "dependencies" of its package.json the list of what its sources (not its tests) import.',
  looksAt: tree => packagesOf(tree).length,
  check: tree =>
    packagesOf(tree).flatMap(found => [...undeclared(tree, found), ...unused(tree, found), ...inexact(found)]),
  broken: [
    {
      'libraries/x/package.json': '{"name":"@tereze/x"}',
      'libraries/x/src/index.ts': "import { Type } from 'typebox'",
    },
    {
      'libraries/x/package.json': '{"name":"@tereze/x","dependencies":{"typebox":"1.4.3"}}',
      'libraries/x/src/index.ts': '',
    },
    {
      'libraries/x/package.json': '{"name":"@tereze/x","dependencies":{"typebox":"^1.4.3"}}',
      'libraries/x/src/index.ts': "import { Type } from 'typebox'",
    },
  ],
  lawful: [
    {
      'ui/x/package.json': '{"name":"@tereze/ui-x","dependencies":{"react":"19.3.1","@fontsource/x":"1.0.0"}}',
      'ui/x/src/index.tsx': 'export const X = () => <p />',
      'ui/x/src/x.css': "@import '@fontsource/x/400.css';",
      'ui/x/src/x.test.ts': "import { test } from 'vitest'",
    },
  ],
}

function uses(tree: Tree, { folder, name }: Package): Map<string, string> {
  const found = new Map<string, string>()
  for (const path of tree.paths.filter(path => path.startsWith(`${folder}/`))) {
    if (isCode(path) && (!isProof(path) || folder === 'foundation/testing') && !path.includes('.test.')) {
      for (const { specifier, place } of importsOf(tree, path)) found.set(packageOf(specifier) ?? name, place)
      if (path.endsWith('.tsx')) found.set('react', path)
    }
    if (path.endsWith('.css')) {
      for (const { match, place } of matchesIn(tree, path, /(?:@import\s+|url\()['"]?(@?[a-z][^'")]*)['"]?/g)) {
        found.set(packageOf(match[1] ?? '') ?? name, place)
      }
    }
  }
  found.delete(name)
  return found
}

function undeclared(tree: Tree, found: Package): Offence[] {
  return [...uses(tree, found)]
    .filter(([name]) => !(name in found.dependencies))
    .map(([name, place]) => ({ place, what: `${name} is not in ${found.folder}/package.json` }))
}

function unused(tree: Tree, found: Package): Offence[] {
  const used = uses(tree, found)
  const built = tree.paths.filter(path => path.startsWith(`${found.folder}/`) && /(build|vite\.config)\.ts$/.test(path))
  const inBuilds = new Set(built.flatMap(path => importsOf(tree, path).map(({ specifier }) => packageOf(specifier))))
  return Object.keys(found.dependencies)
    .filter(name => !used.has(name) && !inBuilds.has(name) && !name.startsWith('@types/'))
    .map(name => ({ place: `${found.folder}/package.json`, what: `${name} is declared and not imported` }))
}

function inexact({ folder, dependencies }: Package): Offence[] {
  return Object.entries(dependencies)
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => ({ place: `${folder}/package.json`, what: `${name}@${version} is not an exact version` }))
}
