import ts from 'typescript'
import { importsOf } from '../imports.ts'
import type { Law, Offence } from '../law.ts'
import { isCode, storeyOf } from '../storeys.ts'
import { placeOf, type Tree, visit } from '../tree.ts'

/** What opens lines to other machines. Types of them are nobody's concern. */
const lines = /^(node:)?(http|https|http2|net|tls|dgram|dns)(\/promises)?$|^(undici|axios|got|node-fetch|ky|ws)$/

/** Where none of these words stands, nobody needs to look closer. */
const named = /\b(?:fetch|WebSocket|EventSource|https?2?|net|tls|dgram|dns|undici|axios|got|ky|ws)\b/

/** Who may: the guarded line itself, and what speaks no HTTP to one place that the operator named. */
const ways: Readonly<Record<string, string>> = {
  'foundation/http/src/outgoing.ts': 'the guarded line',
  'foundation/http/src/public-address.ts': 'tells addresses apart',
  'foundation/http/src/small-server.ts': 'listens only',
  'foundation/files/src/clamd.ts': 'speaks to the scanner that the operator named',
  'foundation/database/src/embedded/free-port.ts': 'looks for a free port of this machine',
  'apps/server/src/check-port.ts': 'looks whether a port of this machine is free',
  'modules/notifications/src/ports/sms/smpp.ts': 'speaks to the message centre that the operator named',
  'modules/identity/src/openid/messages-of-node.ts': 'carries messages inside this process',
}

/** Storeys whose code runs on a server; command lines are run by people on their own machines, to addresses that they type. */
const isServed = (path: string) =>
  isCode(path) &&
  ['library', 'foundation', 'module', 'server-app'].includes(storeyOf(path)) &&
  !path.startsWith('apps/cli/')

/** Whatever calls another machine calls it by the one line that cannot be led into our own network. */
export const law: Law = {
  says: 'Code of the server calls other machines by createOutgoing of foundation/http and by nothing else.',
  why: 'A call that goes round the guard can be led to addresses of our own network, to a redirect, or to an answer without end.',
  remedy:
    'Take `outgoing` from whoever makes it: createOutgoing, or createOutgoingTo for one system that the operator named.',
  looksAt: tree => tree.paths.filter(isServed).length,
  check: tree =>
    tree.paths
      .filter(path => isServed(path) && !Object.hasOwn(ways, path) && named.test(tree.text(path)))
      .flatMap(path => [...linesOf(tree, path), ...fetchesOf(tree, path)]),
  broken: [
    { 'modules/x/src/a.ts': "export const ask = () => fetch('https://example.org')" },
    { 'modules/x/src/a.ts': "export const ask = () => globalThis.fetch('https://example.org')" },
    { 'modules/x/src/a.ts': 'export const ask = { fetch }' },
    { 'modules/x/src/a.ts': "import { request } from 'node:https'" },
    { 'foundation/x/src/a.ts': "import net from 'net'" },
    { 'apps/server/src/a.ts': "import { lookup } from 'node:dns/promises'" },
    { 'modules/x/src/a.ts': "export const load = () => import('undici')" },
    { 'modules/x/src/a.ts': 'export const open = () => new WebSocket("wss://example.org")' },
  ],
  lawful: [
    {
      'modules/x/src/a.ts':
        "import type { IncomingMessage } from 'node:http'\nexport const ask = (own: { fetch: () => void }) => own.fetch()",
      'modules/x/src/b.ts': "import { isIP } from 'node:net'\nexport const is = isIP",
      'modules/x/src/a.test.ts': "import http from 'node:http'\nawait fetch('http://localhost')",
      'apps/cli/src/a.ts': "await fetch('https://example.org')",
    },
  ],
}

/** Names that only tell addresses apart. */
const harmless = /^\s*import\s*\{\s*(?:isIP|isIPv4|isIPv6|BlockList|\s|,)+\}\s*from\s*'node:net'/m

function linesOf(tree: Tree, path: string): Offence[] {
  return importsOf(tree, path)
    .filter(({ specifier, typeOnly }) => !typeOnly && lines.test(specifier))
    .filter(({ specifier }) => !(specifier === 'node:net' && harmless.test(tree.text(path))))
    .map(({ place, specifier }) => ({ place, what: `imports ${specifier}` }))
}

function fetchesOf(tree: Tree, path: string): Offence[] {
  const offences: Offence[] = []
  visit(tree.syntax(path), node => {
    if (!ts.isIdentifier(node) || !['fetch', 'WebSocket', 'EventSource'].includes(node.text)) return
    if (isOwnName(node)) return
    offences.push({ place: placeOf(path, node), what: `uses ${node.text}` })
  })
  return offences
}

/** A name that something of ours has: a member of an object, a property, a parameter, a type. */
function isOwnName(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return parent.expression.getText() !== 'globalThis'
  if (ts.isTypeQueryNode(parent) || ts.isTypeReferenceNode(parent)) return true
  if (ts.isShorthandPropertyAssignment(parent)) return false
  return (
    (ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isMethodSignature(parent) ||
      ts.isMethodDeclaration(parent)) &&
    parent.name === node
  )
}
