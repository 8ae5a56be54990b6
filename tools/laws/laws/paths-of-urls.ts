import ts from 'typescript'
import type { Law } from '../law.ts'
import { isCode } from '../storeys.ts'
import { placeOf, type Tree, visit } from '../tree.ts'

/** A URL's pathname is percent-encoded; a path is not. */
export const law: Law = {
  says: 'The path of a file URL is taken with fileURLToPath.',
  why: 'A pathname turns a space into %20 and a Kazakh letter into six signs: on such a path nothing is found.',
  remedy: 'Write fileURLToPath(new URL(…)), or give the URL itself to node:fs, which takes it.',
  looksAt: tree => files(tree).length,
  check: tree =>
    files(tree).flatMap(path => {
      const offences: { place: string; what: string }[] = []
      visit(tree.syntax(path), node => {
        if (isPathnameOfFile(node)) offences.push({ place: placeOf(path, node), what: node.getText().slice(0, 80) })
      })
      return offences
    }),
  broken: [
    { 'apps/x/src/a.ts': "const folder = new URL('../dist/', import.meta.url).pathname" },
    {
      'apps/x/src/a.ts': "const screens = new URL('../..', import.meta.url)\nread(new URL('dist/', screens).pathname)",
    },
  ],
  lawful: [
    {
      'apps/x/src/a.ts':
        "const page = new URL(request.url).pathname\nconst name = new URL(address, 'http://localhost').pathname\nconst folder = fileURLToPath(new URL('../dist/', import.meta.url))",
    },
  ],
}

/** `new URL(text, base).pathname` where the base is the file itself or a URL by another name, not a written address. */
function isPathnameOfFile(node: ts.Node): boolean {
  if (!ts.isPropertyAccessExpression(node) || node.name.text !== 'pathname' || !ts.isNewExpression(node.expression))
    return false
  const [relative, base] = node.expression.arguments ?? []
  if (node.expression.expression.getText() !== 'URL' || !relative || !base) return false
  return (
    ts.isStringLiteralLike(relative) &&
    !relative.text.startsWith('/') &&
    (base.getText() === 'import.meta.url' || ts.isIdentifier(base))
  )
}

function files(tree: Tree): string[] {
  return tree.paths.filter(isCode)
}
