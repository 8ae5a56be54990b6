import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { EmbeddedServerError } from './embedded-server-error.ts'
import type { Launch } from './launch.ts'

/** Where the cluster of a folder lies. */
export function clusterFolderOf(folder: string): string {
  return join(folder, 'data')
}

/**
 * Creates the cluster unless it is there. It is built beside its place and moved when complete, so an interrupted first
 * start leaves nothing half-made. Text sorts by code point (`C.UTF-8` of PostgreSQL itself, the same on every machine);
 * language order is asked for per query with an ICU collation such as `kk-x-icu`.
 */
export async function createCluster(
  folder: string,
  password: string,
  with_: { binaries: Binaries; account: Account; launch: Launch; output: number; outputFile: string },
): Promise<boolean> {
  const cluster = clusterFolderOf(folder)
  if (existsSync(cluster)) return false
  const draft = join(folder, 'data.new')
  const passwordFile = join(folder, 'password.new')
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  for (const path of [draft, passwordFile]) give(path, with_.account)
  const initdb = with_.launch(with_.binaries.initdb, argumentsOfInitdb(draft, passwordFile), {
    stdio: ['ignore', with_.output, with_.output],
  })
  const [code] = (await once(initdb, 'close')) as [number | null]
  rmSync(passwordFile, { force: true })
  if (code !== 0) {
    throw new EmbeddedServerError(
      'not-created',
      `PostgreSQL could not create its files in ${draft}:\n${readFileSync(with_.outputFile, 'utf8').slice(-2_000)}`,
    )
  }
  renameSync(draft, cluster)
  return true
}

function argumentsOfInitdb(cluster: string, passwordFile: string): string[] {
  return [
    `--pgdata=${cluster}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    '--no-instructions',
  ]
}

function give(path: string, account: Account): void {
  if (account) chownSync(path, account.uid, account.gid)
}
