import { allImports, packageOf } from '../imports.ts'
import type { Law, Offence } from '../law.ts'
import { folderOf, type Package, packagesOf } from '../packages.ts'
import { rowOf, type Storey, storeyOf } from '../storeys.ts'
import type { Tree } from '../tree.ts'

/**
 * What each storey may import: other storeys' packages, and of a module only its contract or all of it. The server draws
 * the portal, so it may import a web app, which is built before.
 */
const table: Readonly<Record<string, readonly string[]>> = {
  library: ['library'],
  foundation: ['library', 'foundation'],
  module: ['library', 'foundation', 'module/contract'],
  ui: ['library', 'module/contract', 'ui'],
  'server-app': ['library', 'foundation', 'module/contract', 'module', 'server-app', 'web-app'],
  'web-app': ['library', 'module/contract', 'ui'],
}

const house = Object.fromEntries(
  [
    ['libraries/feel', '@tereze/feel'],
    ['foundation/database', '@tereze/foundation-database'],
    ['modules/registers', '@tereze/registers'],
    ['modules/documents', '@tereze/documents'],
    ['modules/payments', '@tereze/payments'],
    ['modules/cases', '@tereze/cases'],
    ['apps/server', '@tereze/server'],
    ['apps/portal', '@tereze/portal'],
    ['ui/client', '@tereze/ui-client'],
  ].map(([folder, name]) => [`${folder}/package.json`, JSON.stringify({ name })]),
)

/** The table of house.md: which storey may import which. */
export const law: Law = {
  says: 'Imports point down, as the table in ARCHITECTURE.md says.',
  why: 'A lower part that knows a higher one cannot be used, tested or replaced without it.',
  remedy: 'Move what both need down, or announce an event and subscribe to it above.',
  looksAt: tree => crossings(tree).length,
  check: tree => crossings(tree).flatMap(crossing => judge(crossing)),
  broken: [
    { ...house, 'libraries/feel/src/index.ts': "import { x } from '@tereze/foundation-database'" },
    { ...house, 'foundation/database/src/index.ts': "export * from '@tereze/cases/contract'" },
    { ...house, 'modules/cases/src/index.ts': "import { x } from '@tereze/registers'" },
    { ...house, 'modules/registers/src/index.ts': "import type { x } from '@tereze/cases/contract'" },
    { ...house, 'modules/documents/src/index.ts': "import { x } from '@tereze/payments/contract'" },
    { ...house, 'apps/portal/src/index.ts': "import { x } from '@tereze/foundation-database'" },
    { ...house, 'apps/server/src/index.ts': "const x = await import('@tereze/ui-client')" },
  ],
  lawful: [
    {
      ...house,
      'modules/cases/src/index.ts':
        "import { x } from '@tereze/registers/contract'\nimport { y } from '@tereze/foundation-database'",
      'modules/cases/src/x.test.ts': "import { x } from '@tereze/registers'",
      'apps/server/src/index.ts': "import { x } from '@tereze/registers'\nimport { pages } from '@tereze/portal'",
    },
  ],
}

type Crossing = { place: string; from: { storey: Storey; folder: string }; to: Package; door: string }

function crossings(tree: Tree): Crossing[] {
  const packages = new Map(packagesOf(tree).map(found => [found.name, found]))
  return allImports(tree, path => storeyOf(path) in table).flatMap(({ from, place, specifier }) => {
    const name = packageOf(specifier)
    const to = name ? packages.get(name) : undefined
    if (!to || to.folder === folderOf(from)) return []
    return [
      { place, from: { storey: storeyOf(from), folder: folderOf(from) }, to, door: specifier.slice(to.name.length) },
    ]
  })
}

function judge({ place, from, to, door }: Crossing): Offence[] {
  const storey = storeyOf(`${to.folder}/src/index.ts`)
  const target = storey === 'module' && door === '/contract' ? 'module/contract' : storey
  if (!table[from.storey]?.includes(target))
    return [{ place, what: `${from.storey} may not import ${target} (${to.name}${door})` }]
  const [mine = '', theirs = ''] = [from.folder, to.folder].map(folder => folder.split('/')[1])
  if (from.storey === 'module' && storey === 'module' && rowOf(theirs) >= rowOf(mine)) {
    return [{ place, what: `${mine} stands no higher than ${theirs} and may not know it` }]
  }
  return []
}
