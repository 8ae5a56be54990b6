import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listLibraries, type Packed, packLibraries } from './pack-libraries.ts'

const project = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
const target = mkdtempSync(join(tmpdir(), 'tereze pack '))
afterAll(() => rmSync(target, { recursive: true, force: true }))

const libraries = listLibraries(project)
const packed = new Map<string, Packed>()

/** A project of somebody else's: packed libraries as packages, and what they need from outside. */
const elsewhere = join(target, 'elsewhere')
beforeAll(() => {
  for (const made of packLibraries(project, libraries, join(target, 'packed'))) {
    packed.set(made.library, made)
    const at = join(elsewhere, 'node_modules', made.name)
    mkdirSync(dirname(at), { recursive: true })
    cpSync(made.folder, at, { recursive: true })
    for (const name of Object.keys(
      JSON.parse(readFileSync(join(made.folder, 'package.json'), 'utf8')).dependencies ?? {},
    )) {
      const link = join(elsewhere, 'node_modules', name)
      if (name.startsWith('@tereze/') || existsSync(link)) continue
      mkdirSync(dirname(link), { recursive: true })
      symlinkSync(join(project, 'node_modules', name), link)
    }
  }
  writeFileSync(join(elsewhere, 'package.json'), '{"type":"module"}')
}, 300_000)

/** What each packed library exports to a Node that does not read TypeScript. */
function loadPacked(): Map<string, string[]> {
  const names = [...packed.values()].map(({ name }) => name)
  const script = `const exported = {}
for (const name of ${JSON.stringify(names)}) exported[name] = Object.keys(await import(name)).sort()
console.log(JSON.stringify(exported))`
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--no-strip-types', '--input-type=module', '-e', script],
    { cwd: elsewhere, encoding: 'utf8' },
  )
  expect(status, stderr).toBe(0)
  return new Map(Object.entries(JSON.parse(stdout) as Record<string, string[]>))
}

test('packed libraries are loaded by a Node that does not read TypeScript, and export what the sources export', async () => {
  const exported = loadPacked()
  for (const { library, name } of packed.values()) {
    const sources = (await import(new URL(`../../libraries/${library}/src/index.ts`, import.meta.url).href)) as object
    expect(exported.get(name), library).toEqual(Object.keys(sources).sort())
  }
  expect(exported.size).toBe(libraries.length)
})

describe.each(libraries)('the packed library %s', library => {
  test('has declarations, no tests and no private mark', () => {
    const { folder } = packed.get(library) as Packed
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'dist/index.d.ts', 'dist/index.js']))
    expect(files.filter(file => /\.test\.|\.db\.|[^d]\.ts$/.test(file))).toEqual([])
    expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).private).toBeUndefined()
  })
})

test('somebody else can type-check against it', () => {
  const names = [...packed.values()].map(({ name }) => name)
  writeFileSync(
    join(elsewhere, 'use.ts'),
    names.map((name, place) => `export * as library${place} from '${name}'`).join('\n'),
  )
  const compiler = join(project, 'node_modules/ts7/bin/tsc')
  const settings = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2024',
    '--lib',
    'es2024,esnext,dom',
    '--types',
    '',
  ]
  const { stdout } = spawnSync(process.execPath, [compiler, ...settings, 'use.ts'], {
    cwd: elsewhere,
    encoding: 'utf8',
  })
  expect(stdout).toBe('')
})
