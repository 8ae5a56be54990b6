import ts from 'typescript'
import type { Law } from '../law.ts'
import { placeOf, type Tree, visit } from '../tree.ts'

const tests = ['test', 'it', 'describe']
const off = ['skip', 'only', 'todo', 'fails']

/** A test that does not run proves nothing. */
export const law: Law = {
  says: 'No test is skipped, singled out or expected to fail.',
  why: 'One forgotten "only" turns a thousand tests into one, in green.',
  remedy: 'Mend the test or delete it; where a machine lacks something, use runIf with the reason in its name.',
  looksAt: tree => testFiles(tree).length,
  check: tree =>
    testFiles(tree).flatMap(path => {
      const offences: { place: string; what: string }[] = []
      visit(tree.syntax(path), node => {
        if (!ts.isPropertyAccessExpression(node) || !off.includes(node.name.text)) return
        const root = node.expression.getText().split('.')[0] ?? ''
        if (tests.includes(root)) offences.push({ place: placeOf(path, node), what: node.getText() })
      })
      return offences
    }),
  broken: [
    { 'libraries/x/src/a.test.ts': "test.only('a', () => {})" },
    { 'libraries/x/src/a.test.ts': "describe.skip('a', () => {})" },
    { 'journeys/a.journey.ts': "test.concurrent.todo('a')" },
  ],
  lawful: [{ 'libraries/x/src/a.test.ts': "test.runIf(asRoot)('a', () => {})" }],
}

function testFiles(tree: Tree): string[] {
  return tree.paths.filter(path => /\.(test|journey)\.(ts|tsx|mjs)$/.test(path))
}
