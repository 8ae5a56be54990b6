import ts from 'typescript'
import type { Law } from '../law.ts'
import { isCode, storeyOf } from '../storeys.ts'
import { placeOf, type Tree, visit } from '../tree.ts'

/** Modules are told the time. */
export const law: Law = {
  says: 'A module never reads the clock and never throws dice: now and ids are given to it.',
  why: 'A deadline or a decision that was computed from the moment it happened to run cannot be replayed, tested or explained.',
  remedy: 'Take now and ids from the context of the operation, subscriber or job, or clock from the options of a port.',
  looksAt: tree => moduleCode(tree).length,
  check: tree =>
    moduleCode(tree).flatMap(path => {
      const offences: { place: string; what: string }[] = []
      visit(tree.syntax(path), node => {
        const text = readsClock(node)
        if (text) offences.push({ place: placeOf(path, node), what: text })
      })
      return offences
    }),
  broken: [
    { 'modules/x/src/rules/a.ts': 'export const today = () => new Date()' },
    { 'modules/x/src/jobs/a.ts': 'export const now = Date.now()' },
    { 'modules/x/src/operations/a.ts': 'const number = Math.floor(Math.random() * 10)' },
    { 'modules/x/src/operations/a.ts': "import { randomUUID } from 'node:crypto'\nconst id = randomUUID()" },
  ],
  lawful: [{ 'modules/x/src/rules/a.ts': 'export const at = (instant: string) => new Date(instant).getTime()' }],
}

function moduleCode(tree: Tree): string[] {
  return tree.paths.filter(path => isCode(path) && storeyOf(path) === 'module')
}

function readsClock(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'new Date()'
  if (!ts.isCallExpression(node)) return undefined
  const callee = node.expression.getText().replace(/^(globalThis|crypto)\./, '')
  return ['Date', 'Date.now', 'Math.random', 'randomUUID'].includes(callee)
    ? `${node.expression.getText()}()`
    : undefined
}
