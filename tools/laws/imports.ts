import { posix } from 'node:path'
import ts from 'typescript'
import { isCode } from './storeys.ts'
import { placeOf, type Tree, visit } from './tree.ts'

/** One import, export-from, dynamic import or `resolve` of a module by its written name. */
export type Import = {
  /** The file it stands in. */
  from: string
  place: string
  /** As written. */
  specifier: string
  /** Gone after type stripping: it cannot make a cycle at run time. */
  typeOnly: boolean
}

const known = new WeakMap<Tree, Map<string, Import[]>>()

/** The imports of one file. */
export function importsOf(tree: Tree, path: string): Import[] {
  const files = known.get(tree) ?? new Map<string, Import[]>()
  known.set(tree, files)
  const found = files.get(path) ?? parse(tree, path)
  files.set(path, found)
  return found
}

/** The imports of all code files that pass. */
export function allImports(tree: Tree, passes: (path: string) => boolean): Import[] {
  return tree.paths.filter(path => isCode(path) && passes(path)).flatMap(path => importsOf(tree, path))
}

/** The file that a relative import means, as a path of the tree whether or not it exists; `undefined` for packages. */
export function targetOf({ from, specifier }: Import): string | undefined {
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : undefined
}

/** Name of the package that an import means: `@scope/name` or `name`; `undefined` for files and node's own. */
export function packageOf(specifier: string): string | undefined {
  if (/^[./]|^node:|^virtual:/.test(specifier)) return undefined
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

function parse(tree: Tree, path: string): Import[] {
  const imports: Import[] = []
  visit(tree.syntax(path), node => {
    const written = writtenName(node)
    if (written)
      imports.push({ from: path, place: placeOf(path, node), specifier: written.text, typeOnly: isTypeOnly(node) })
  })
  return imports
}

function writtenName(node: ts.Node): ts.StringLiteralLike | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return literal(node.moduleSpecifier)
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? literal(node.argument.literal) : undefined
  if (!ts.isCallExpression(node)) return undefined
  const callee = node.expression
  const resolves =
    ts.isPropertyAccessExpression(callee) && callee.name.text === 'resolve' && node.arguments.length === 1
  const requires = /(^|\.)(require|meta)(\.|$)|createRequire/.test(callee.getText())
  if (callee.kind === ts.SyntaxKind.ImportKeyword || (resolves && requires)) return literal(node.arguments[0])
  return undefined
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true
  if (ts.isImportDeclaration(node)) return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
  return ts.isExportDeclaration(node) && node.isTypeOnly
}

function literal(node: ts.Node | undefined): ts.StringLiteralLike | undefined {
  return node && ts.isStringLiteralLike(node) ? node : undefined
}
