import { allImports, packageOf, targetOf } from '../imports.ts'
import type { Law } from '../law.ts'
import { packagesOf } from '../packages.ts'
import { isProof } from '../storeys.ts'

const isContract = (path: string) => /^modules\/[^/]+\/src\/contract\//.test(path) && !isProof(path)

/** What a screen imports drags nothing of the server behind it. */
export const law: Law = {
  says: "A module's contract imports libraries and lower contracts only.",
  why: 'Screens import contracts: what a contract imports is sent to phones, and must run there.',
  remedy:
    'Declare shapes, operations, events and refusals in src/contract; what runs stands beside it in src/. Types alone may come by import type.',
  looksAt: tree => tree.paths.filter(isContract).length,
  check(tree) {
    const foundation = new Set(
      packagesOf(tree)
        .filter(({ folder }) => folder.startsWith('foundation/'))
        .map(({ name }) => name),
    )
    return allImports(tree, isContract).flatMap(found => {
      const { place, specifier, from, typeOnly } = found
      if (typeOnly) return []
      const target = targetOf(found)
      const contract = from.split('/').slice(0, 4).join('/')
      if (target && !target.startsWith(`${contract}/`)) return [{ place, what: `${specifier} leaves the contract` }]
      const name = packageOf(specifier)
      return specifier.startsWith('node:') || foundation.has(name ?? '')
        ? [{ place, what: `imports ${specifier}` }]
        : []
    })
  },
  broken: [
    {
      'foundation/operations/package.json': '{"name":"@tereze/foundation-operations"}',
      'modules/x/src/contract/wish.ts': "import { port } from '@tereze/foundation-operations'",
    },
    { 'modules/x/src/contract/wish.ts': "import { decide } from '../rules/decide.ts'" },
    { 'modules/x/src/contract/wish.ts': "import { randomUUID } from 'node:crypto'" },
  ],
  lawful: [
    { 'modules/x/src/contract/index.ts': "export * from './wish.ts'\nimport { operation } from '@tereze/operation'" },
  ],
}
