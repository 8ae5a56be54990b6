import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Account } from './account.ts'
import { EmbeddedServerError } from './embedded-server-error.ts'

/** Starts a program under the account that PostgreSQL runs with, so that it can use the folder. */
export type Launch = (program: string, args: readonly string[], options: SpawnOptions) => ChildProcess

const SETPRIV = '/usr/bin/setpriv'
const CAPABILITIES = '+dac_override,+dac_read_search'

/**
 * Decides once how programs reach the data in `folder`: as ourselves; as the account; or, when a parent of the folder is
 * closed to the account (a project under /root), as the account with the right to pass closed folders.
 */
export function launcherFor(account: Account, folder: string): Launch {
  if (account === undefined) return launchAs({})
  if (canEnter(account, folder)) return launchAs(account)
  if (!existsSync(SETPRIV)) {
    throw new EmbeddedServerError(
      'folder-unreachable',
      `PostgreSQL runs as user ${account.uid}, who cannot enter ${folder}. Set TEREZE_DATA to a folder outside closed ones, for example /var/lib/tereze.`,
    )
  }
  const prefix = [
    `--reuid=${account.uid}`,
    `--regid=${account.gid}`,
    '--clear-groups',
    `--inh-caps=${CAPABILITIES}`,
    `--ambient-caps=${CAPABILITIES}`,
  ]
  return (program, args, options) => spawn(SETPRIV, [...prefix, program, ...args], withCleanEnvironment(options))
}

function launchAs(identity: SpawnOptions): Launch {
  return (program, args, options) => spawn(program, [...args], { ...identity, ...withCleanEnvironment(options) })
}

/** PG… variables of the surroundings must not reach the server; its messages are read, so they stay in English. */
function withCleanEnvironment(options: SpawnOptions): SpawnOptions {
  return { ...options, cwd: '/', env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' } }
}

function canEnter(account: { uid: number; gid: number }, folder: string): boolean {
  const { status } = spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...account, cwd: '/', stdio: 'ignore' })
  return status === 0
}
