/** A copy of the house in which things are made by `npm run create`, shared by its quick tests and its long proof. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect } from 'vitest'
import { create } from './create.ts'

/** Where the house is. */
export const house = fileURLToPath(new URL('../..', import.meta.url))
/** Where its copy is. */
export const copy = mkdtempSync(join(tmpdir(), 'tereze create '))
/** What `makeAll` makes. */
export const made = [
  'libraries/plain-words',
  'modules/inspections',
  'modules/oversight',
  'content/services/social-support/school-meals',
  'content/services/social-support/rent-aid',
]
afterAll(() => rmSync(copy, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))

/** A copy of the sources that shares the installed packages, but has its own links to the workspaces. */
beforeAll(() => {
  const ours = ['libraries', 'foundation', 'modules', 'ui', 'tools', 'content', 'apps']
  const settings = [
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'biome.json',
    'vitest.config.ts',
    '.gitignore',
  ]
  for (const part of [...ours, ...settings]) {
    const at = join(house, part)
    if (existsSync(at))
      cpSync(at, join(copy, part), { recursive: true, filter: from => !/(node_modules|dist)$/.test(from) })
  }
  linkPackages(join(house, 'node_modules'), join(copy, 'node_modules'))
  spawnSync('git', ['init', '-q', copy])
}, 60_000)

function linkPackages(from: string, to: string): void {
  mkdirSync(to)
  for (const name of readdirSync(from)) {
    if (name === '.vite' || name === '.vite-temp') continue
    if (name === '@tereze') cpSync(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true })
    else if (name === '.package-lock.json') cpSync(join(from, name), join(to, name))
    else symlinkSync(join(from, name), join(to, name))
  }
}

/** Runs a program of the copy. */
export function run(...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, VITEST: '', FORCE_COLOR: undefined, NO_COLOR: '1' },
  })
  return { status, output: `${stdout}${stderr}` }
}

/** Makes a library, a module, another one with its own noun, operations in both, and two services. */
export function makeAll(): void {
  for (const args of [
    ['library', 'plain-words'],
    ['module', 'inspections'],
    ['module', 'oversight', '--noun', 'site-visit'],
    ['operation', 'inspections.close-inspection'],
    ['operation', 'oversight.count-findings', '--query'],
    ['service', 'social-support/school-meals', '--owner', 'education'],
    ['service', 'social-support/rent-aid'],
  ]) {
    const { status, output } = create(copy, args)
    expect(status, output).toBe(0)
    const described = args[0] === 'module' || args[0] === 'operation'
    expect(output.split('Next:')[1]?.includes('npm run generate'), output).toBe(described)
  }
}
