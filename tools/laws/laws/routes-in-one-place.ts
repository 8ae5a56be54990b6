import { allImports, packageOf } from '../imports.ts'
import type { Law } from '../law.ts'
import { isCode, storeyOf } from '../storeys.ts'
import { matchesIn, type Tree } from '../tree.ts'

const servers = /^(fastify|@fastify\/.*|express|koa|hono)$/
const ownServer = /\bcreate(Secure|Http2)?Server\(/g
const isProduct = (path: string) =>
  isCode(path) && !['proof', 'outside'].includes(storeyOf(path)) && !path.startsWith('foundation/http/')

/** No route escapes the laws of operations. */
export const law: Law = {
  says: 'Only foundation/http knows the HTTP server.',
  why: 'A route made elsewhere has no permission, no declared refusals, no audit line and no place in the OpenAPI document.',
  remedy:
    'Declare an operation, or a protocol for what speaks a protocol of its own, and let foundation/http route it.',
  looksAt: tree => tree.paths.filter(isProduct).length,
  check: (tree: Tree) => [
    ...allImports(tree, isProduct)
      .filter(({ specifier, typeOnly }) => !typeOnly && servers.test(packageOf(specifier) ?? specifier))
      .map(({ place, specifier }) => ({ place, what: `imports ${specifier}` })),
    ...tree.paths
      .filter(path => isProduct(path) && tree.text(path).includes("from 'node:http"))
      .flatMap(path =>
        matchesIn(tree, path, ownServer).map(({ place }) => ({ place, what: 'makes a server of its own' })),
      ),
  ],
  broken: [
    { 'apps/server/src/a.ts': "import fastify from 'fastify'" },
    { 'modules/identity/src/a.ts': "import { createServer } from 'node:http'\ncreateServer()" },
    { 'modules/identity/src/a.ts': "import cookie from '@fastify/cookie'" },
  ],
  lawful: [
    {
      'foundation/http/src/a.ts': "import fastify from 'fastify'",
      'apps/server/src/a.ts': "import { IncomingMessage } from 'node:http'",
    },
  ],
}
