import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

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
  const emitted = mkdtempSync(join(target, 'emitted-'))
  try {
    emit(project, packed, emitted)
    for (const { library, folder } of packed)
      cpSync(join(emitted, 'libraries', library, 'src'), join(folder, 'dist'), { recursive: true })
  } finally {
    rmSync(emitted, { recursive: true, force: true })
  }
  return packed
}

/** Libraries are looked for as sources: what is found as an installed package is not emitted. */
function emit(project: string, libraries: readonly Packed[], folder: string): void {
  const settings = join(folder, 'tsconfig.json')
  const compilerOptions = {
    noEmit: false,
    declaration: true,
    rewriteRelativeImportExtensions: true,
    allowImportingTsExtensions: false,
    rootDir: project,
    outDir: folder,
    paths: Object.fromEntries(
      libraries.map(({ library, name }) => [name, [join(sourcesOf(project, library), 'index.ts')]]),
    ),
    typeRoots: [join(project, 'node_modules/@types')],
  }
  const files = libraries.flatMap(({ library }) => rootsOf(sourcesOf(project, library)))
  writeFileSync(
    settings,
    JSON.stringify({ extends: join(project, 'tsconfig.json'), include: [], files, compilerOptions }),
  )
  const compiler = join(project, 'node_modules/ts7/bin/tsc')
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', settings, '--pretty', 'false'], {
    cwd: project,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stdout)
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.d.ts')) nameJson(join(folder, file))
  }
}

/** The compiler leaves out of declarations by what name JSON is imported, and then refuses to read them. */
function nameJson(file: string): void {
  const emitted = readFileSync(file, 'utf8')
  const named = emitted.replaceAll(
    /^(import .* from '[^']+\.json'|import .* from "[^"]+\.json");$/gm,
    "$1 with { type: 'json' };",
  )
  if (named !== emitted) writeFileSync(file, named)
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
