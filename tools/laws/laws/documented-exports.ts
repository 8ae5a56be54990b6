import ts from 'typescript'
import type { Law, Offence } from '../law.ts'
import { isCode, isProof, storeyOf } from '../storeys.ts'
import { placeOf, type Tree } from '../tree.ts'

/** Every export has its sentence. */
export const law: Law = {
  says: 'Every exported declaration has a doc comment.',
  why: 'The sentence with shapes, units, errors and the clause of the standard is what a user reads instead of the code.',
  remedy: 'Write one sentence above it that the name does not already say.',
  looksAt: tree => files(tree).length,
  check: tree => files(tree).flatMap(path => offencesIn(tree, path)),
  broken: [
    { 'libraries/x/src/a.ts': 'export function a() {}' },
    { 'libraries/x/src/a.ts': '// not a doc comment\nexport const a = 1' },
    { 'libraries/x/src/a.ts': 'export type A = string' },
    { 'libraries/x/src/a.ts': '/** First. */\nexport const a = 1\nexport const b = 2' },
  ],
  lawful: [
    { 'libraries/x/src/a.ts': "/** One. */\nexport const a = 1\nexport * from './b.ts'\nexport { b } from './b.ts'" },
  ],
}

function files(tree: Tree): string[] {
  const looked = (path: string) => !['outside', 'content'].includes(storeyOf(path)) && !path.endsWith('.mjs')
  return tree.paths.filter(
    path => isCode(path) && looked(path) && (!isProof(path) || path.startsWith('tools/')) && !path.includes('.test.'),
  )
}

function offencesIn(tree: Tree, path: string): Offence[] {
  const documented = new Set<string>()
  return tree.syntax(path).statements.flatMap(statement => {
    if (
      !ts.canHaveModifiers(statement) ||
      !ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    )
      return []
    const names = namesOf(statement)
    const explained = ts.getJSDocCommentsAndTags(statement).some(ts.isJSDoc) || names.some(name => documented.has(name))
    for (const name of names) documented.add(name)
    return explained ? [] : [{ place: placeOf(path, statement), what: `${names.join(', ')} has no doc comment` }]
  })
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText())
  const { name } = statement as unknown as { name?: ts.Node }
  return [name?.getText() ?? 'default']
}
