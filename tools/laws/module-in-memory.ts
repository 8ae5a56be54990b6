import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { MigrationSet } from '@tereze/foundation-database'
import type { Module } from '@tereze/foundation-operations'
import { rowOf } from './storeys.ts'

/** A module as it stands on disk and as it is when loaded. */
export type LoadedModule = {
  name: string
  /** Its table of contents; undefined when `src/index.ts` exports none. */
  module: Module | undefined
  /** Everything its contract exports. */
  contract: Readonly<Record<string, unknown>>
  /** Names of the files in `src/operations`, without ending. */
  operationFiles: readonly string[]
  /** Messages by language. */
  messages: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Frozen event samples by file name. */
  samples: Readonly<Record<string, unknown>>
}

const modules = new URL('../../modules/', import.meta.url)

/** Names of all modules, lowest first. */
export function listModules(): string[] {
  return readdirSync(modules).sort((one, other) => rowOf(one) - rowOf(other))
}

/** Names of the modules that have code already, lowest first. */
export function listBegunModules(): string[] {
  return listModules().filter(name => existsSync(new URL(`${name}/src/index.ts`, modules)))
}

/** Loads a module with all that lies around it. */
export async function loadModule(name: string): Promise<LoadedModule> {
  const at = new URL(`${name}/`, modules)
  const all = (await import(new URL('src/index.ts', at).href)) as Record<string, unknown>
  return {
    name,
    module: Object.values(all).find(isModule),
    contract: (await import(new URL('src/contract/index.ts', at).href)) as Record<string, unknown>,
    operationFiles: list(new URL('src/operations/', at))
      .filter(file => !file.includes('.test.') && !file.includes('.fixture.'))
      .map(file => file.replace(/\.ts$/, '')),
    messages: readJsons(new URL('messages/', at)) as LoadedModule['messages'],
    samples: readJsons(new URL('events/', at)),
  }
}

function isModule(value: unknown): value is Module {
  return (
    typeof value === 'object' &&
    value !== null &&
    'operations' in value &&
    'subscribers' in value &&
    'migrations' in value
  )
}

function list(folder: URL): string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}

function readJsons(folder: URL): Record<string, unknown> {
  const files = list(folder).filter(file => file.endsWith('.json'))
  return Object.fromEntries(
    files.map(file => [file.replace(/\.json$/, ''), JSON.parse(readFileSync(new URL(file, folder), 'utf8'))]),
  )
}

/** The migrations of foundation and of all modules on disk, in the order in which they build on each other. */
export function allMigrations(): MigrationSet[] {
  const foundation = new URL('../../foundation/', import.meta.url)
  const setsIn = (home: URL, names: readonly string[]) =>
    names
      .map(name => ({ name, folder: new URL(`${name}/migrations/`, home) }))
      .filter(({ folder }) => existsSync(fileURLToPath(folder)))
  return [...setsIn(foundation, ['events', 'operations', 'keys', 'jobs', 'files']), ...setsIn(modules, listModules())]
}
