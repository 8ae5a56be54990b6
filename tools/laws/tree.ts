import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** The files of the repository that laws look at, by path from the root with forward slashes. */
export type Tree = {
  /** Every path, sorted. */
  paths: readonly string[]
  /** Text of a file; empty when it is not there. */
  text(path: string): string
  /** The syntax of a TypeScript or JavaScript file. */
  syntax(path: string): ts.SourceFile
}

const NOT_OURS = new Set(['node_modules', 'dist', '.git', '.tereze', '.vitest'])

/** The tree of a folder on disk, without what is installed or built. */
export function readTree(folder: string): Tree {
  const paths: string[] = []
  const walk = (below: string) => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      if (NOT_OURS.has(entry.name)) continue
      const path = below ? `${below}/${entry.name}` : entry.name
      if (entry.isDirectory()) walk(path)
      else if (entry.isFile()) paths.push(path)
    }
  }
  walk('')
  return makeTree(paths, path => readFileSync(join(folder, path), 'utf8'))
}

/** A small tree written down in a test. */
export function treeOf(files: Readonly<Record<string, string>>): Tree {
  return makeTree(Object.keys(files), path => files[path] ?? '')
}

function makeTree(paths: string[], read: (path: string) => string): Tree {
  const known = new Set(paths)
  const texts = new Map<string, string>()
  const syntaxes = new Map<string, ts.SourceFile>()
  const text = (path: string) => {
    if (!known.has(path)) return ''
    const found = texts.get(path) ?? read(path)
    texts.set(path, found)
    return found
  }
  return {
    paths: [...paths].sort(),
    text,
    syntax(path) {
      const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
      const found = syntaxes.get(path) ?? ts.createSourceFile(path, text(path), ts.ScriptTarget.Latest, true, kind)
      syntaxes.set(path, found)
      return found
    },
  }
}

/** Visits a syntax node and everything inside it. */
export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node)
  ts.forEachChild(node, child => visit(child, see))
}

/** `path:line` of a node. */
export function placeOf(path: string, node: ts.Node): string {
  const file = node.getSourceFile()
  return `${path}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`
}

/** `path:line` of each match of a pattern in a text, with the match. */
export function matchesIn(tree: Tree, path: string, pattern: RegExp): { place: string; match: RegExpMatchArray }[] {
  const text = tree.text(path)
  return [...text.matchAll(pattern)].map(match => ({
    place: `${path}:${text.slice(0, match.index).split('\n').length}`,
    match,
  }))
}
