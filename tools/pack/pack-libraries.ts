import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'

/** A packed library: where it lies, and its name and version. */
export type Packed = { library: string; folder: string; name: string; version: string }

/** Names of all libraries. */
export function listLibraries(project: string): string[] {
  return readdirSync(join(project, 'libraries')).filter(name => existsSync(join(sourcesOf(project, name), 'index.ts')))
}

/**
 * Emits libraries as JavaScript with declarations, each ready for `npm publish` in a folder of `target`: relative imports
 * end in `.js`, the door points to `dist`, tests stay behind. Throws with the compiler's words when they do not compile.
 */
export function packLibraries(project: string, libraries: readonly string[], target: string): Packed[] {
  const packed = libraries.map(library => describe(project, library, join(target, library)))
  const roots = libraries.flatMap(library => rootsOf(sourcesOf(project, library)))
  const program = ts.createProgram(roots, { ...settingsOf(project), rootDir: project, outDir: '/emitted' })
  const problems = ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => !file || file.fileName.startsWith(join(project, 'libraries/')))
  if (problems.length > 0) throw new Error(ts.formatDiagnostics(problems, wording(project)))
  program.emit(undefined, (file, text) => {
    const [, library = '', path = ''] = /^\/emitted\/libraries\/([^/]+)\/src\/(.+)$/.exec(file) ?? []
    if (!libraries.includes(library)) return
    const at = join(target, library, 'dist', path)
    mkdirSync(dirname(at), { recursive: true })
    writeFileSync(at, text)
  })
  return packed
}

function describe(project: string, library: string, folder: string): Packed {
  const source = join(project, 'libraries', library)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const { private: _, exports: __, ...kept } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
  const published = {
    ...kept,
    engines: { node: '>=20' },
    sideEffects: false,
    files: ['dist'],
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(published, null, 2)}\n`)
  cpSync(join(project, 'LICENSE'), join(folder, 'LICENSE'))
  const readme = join(source, 'README.md')
  if (existsSync(readme)) cpSync(readme, join(folder, 'README.md'))
  return { library, folder, name: kept.name, version: kept.version }
}

/** The door, and what is declared about packages that bring no types. */
function rootsOf(sources: string): string[] {
  const ambient = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.d.ts'))
  return ['index.ts', ...ambient].map(file => join(sources, file))
}

function sourcesOf(project: string, library: string): string {
  return join(project, 'libraries', library, 'src')
}

function settingsOf(project: string): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(project, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, { ...ts.sys, readDirectory: () => [] }, project)
  return {
    ...options,
    noEmit: false,
    declaration: true,
    rewriteRelativeImportExtensions: true,
    allowImportingTsExtensions: false,
  }
}

function wording(project: string): ts.FormatDiagnosticsHost {
  return { getCanonicalFileName: name => name, getCurrentDirectory: () => project, getNewLine: () => '\n' }
}
