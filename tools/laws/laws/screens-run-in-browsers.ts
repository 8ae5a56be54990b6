import { allImports } from '../imports.ts'
import type { Law } from '../law.ts'
import { isCode, storeyOf } from '../storeys.ts'
import type { Tree } from '../tree.ts'

const isScreen = (path: string) => isCode(path) && ['ui', 'web-app'].includes(storeyOf(path))

/** Screens know nothing of Node. */
export const law: Law = {
  says: "Screens and their parts import nothing of Node's own.",
  why: 'They run on phones; the portal is drawn on the server by the same code that a browser could run.',
  remedy: 'Let the server read it and pass it in as data; what builds a web app stands in its build.ts.',
  looksAt: tree => tree.paths.filter(isScreen).length,
  check: (tree: Tree) =>
    allImports(tree, isScreen)
      .filter(({ specifier }) => specifier.startsWith('node:'))
      .map(({ place, specifier }) => ({ place, what: `imports ${specifier}` })),
  broken: [
    { 'ui/forms/src/a.ts': "import { readFileSync } from 'node:fs'" },
    { 'apps/portal/src/a.tsx': "import { join } from 'node:path'" },
  ],
  lawful: [{ 'apps/portal/build.ts': "import { join } from 'node:path'", 'apps/portal/src/a.ts': '' }],
}
