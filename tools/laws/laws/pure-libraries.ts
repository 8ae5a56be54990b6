import ts from 'typescript'
import { importsOf } from '../imports.ts'
import type { Law, Offence } from '../law.ts'
import { isCode, storeyOf } from '../storeys.ts'
import { placeOf, type Tree, visit } from '../tree.ts'

const builtIn =
  /^(node:|(fs|path|crypto|os|http|https|net|child_process|worker_threads|url|util|stream|buffer|process|timers)(\/|$))/
const impureMembers: Readonly<Record<string, readonly string[]>> = {
  Date: ['now'],
  Math: ['random'],
  performance: ['now'],
  crypto: ['randomUUID', 'getRandomValues', 'subtle'],
  process: ['env', 'argv', 'cwd', 'hrtime', 'nextTick', 'exit', 'stdout', 'stderr', 'platform', 'versions', 'uptime'],
  Temporal: ['Now'],
}
const impureCalls = ['fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'require']

/** Libraries compute and nothing else. */
export const law: Law = {
  says: 'A library has no clock, no randomness, no environment and no input or output.',
  why: 'What depends on its arguments alone can be replayed years later, run in a browser, and tested by the million.',
  remedy: 'Pass the value in: now, seed, hash function, reader. What must do I/O lives in foundation.',
  looksAt: tree => libraryCode(tree).length,
  check: tree => libraryCode(tree).flatMap(path => [...builtInsOf(tree, path), ...impuritiesOf(tree, path)]),
  broken: [
    { 'libraries/x/src/a.ts': "import { readFileSync } from 'node:fs'" },
    { 'libraries/x/src/a.ts': "import { createHash } from 'crypto'" },
    { 'libraries/x/src/a.ts': 'export const now = () => new Date()' },
    { 'libraries/x/src/a.ts': 'export const now = () => Date.now()' },
    { 'libraries/x/src/a.ts': 'export const id = () => Math.random()' },
    { 'libraries/x/src/a.ts': 'export const id = () => globalThis.crypto.randomUUID()' },
    { 'libraries/x/src/a.ts': 'export const home = process.env.HOME' },
    { 'libraries/x/src/a.ts': "export const page = () => fetch('http://localhost')" },
  ],
  lawful: [
    {
      'libraries/x/src/a.ts':
        'export const at = (time: number) => new Date(time)\nexport const of = (process: { id: string }) => process.id',
      'libraries/x/src/a.test.ts': "import { readFileSync } from 'node:fs'",
    },
  ],
}

function libraryCode(tree: Tree): string[] {
  return tree.paths.filter(path => isCode(path) && storeyOf(path) === 'library')
}

function builtInsOf(tree: Tree, path: string): Offence[] {
  return importsOf(tree, path)
    .filter(({ specifier }) => builtIn.test(specifier))
    .map(({ place, specifier }) => ({ place, what: `imports ${specifier}` }))
}

function impuritiesOf(tree: Tree, path: string): Offence[] {
  const offences: Offence[] = []
  visit(tree.syntax(path), node => {
    const what = impurityOf(node)
    if (what) offences.push({ place: placeOf(path, node), what })
  })
  return offences
}

function impurityOf(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
    return 'new Date() reads the clock'
  if (ts.isCallExpression(node)) {
    const callee = node.expression.getText().replace(/^globalThis\./, '')
    if (callee === 'Date') return 'Date() reads the clock'
    return impureCalls.includes(callee) ? `calls ${callee}` : undefined
  }
  if (!ts.isPropertyAccessExpression(node)) return undefined
  const owner = node.expression.getText().replace(/^globalThis\./, '')
  return impureMembers[owner]?.includes(node.name.text) ? `uses ${owner}.${node.name.text}` : undefined
}
