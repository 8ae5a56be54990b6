import { chownSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from './account.ts'

/** Longest path of a socket in bytes, its end included (`sun_path` of Linux has 108, of others 104). */
const longest = 103

/**
 * Where a server's Unix socket lies; null where there can be none (Windows, or a path that is too long), and clients come by TCP. A statement
 * by socket costs a fifth less CPU.
 */
export function socketFolderOf(folder: string): string | null {
  const socket = join(folder, 'socket')
  const fits = Buffer.byteLength(join(socket, '.s.PGSQL.65535.lock')) <= longest
  return process.platform !== 'win32' && fits ? socket : null
}

/**
 * Makes the folder of the socket anew, for the account that the server runs under. What a killed server left in it names a process that may be
 * another program's by now, and PostgreSQL would refuse to start. Call only when no process of the server lives.
 */
export function makeSocketFolder(folder: string, account: Account): string | null {
  const socket = socketFolderOf(folder)
  if (socket === null) return null
  rmSync(socket, { recursive: true, force: true })
  mkdirSync(socket, { mode: 0o700 })
  if (account) chownSync(socket, account.uid, account.gid)
  return socket
}

/** The folder of a running server's socket; null when it listens by TCP only. */
export function findSocketFolder(folder: string, port: number): string | null {
  const socket = socketFolderOf(folder)
  return socket !== null && existsSync(join(socket, `.s.PGSQL.${port}`)) ? socket : null
}
