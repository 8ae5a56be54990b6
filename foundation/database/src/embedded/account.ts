import { readFileSync, statSync } from 'node:fs'
import { EmbeddedServerError } from './embedded-server-error.ts'

/** The system account that PostgreSQL's processes run under; `undefined` is "the same as ours". */
export type Account = { uid: number; gid: number } | undefined

/**
 * PostgreSQL refuses to run as root, so root hands it to the account that already owns the cluster, else to `nobody`.
 * No account is ever created. `clusterFolder` need not exist.
 */
export function accountFor(clusterFolder: string): Account {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(clusterFolder, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return readNobody(readFileSync('/etc/passwd', 'utf8'))
}

/** Finds `nobody` in the text of a passwd(5) file. Throws when there is none. */
export function readNobody(passwd: string): { uid: number; gid: number } {
  for (const line of passwd.split('\n')) {
    const [name, , uid, gid] = line.split(':')
    if (name === 'nobody' && Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new EmbeddedServerError(
    'folder-unreachable',
    'PostgreSQL does not run as root and /etc/passwd has no account "nobody". Start as a normal user, or set DATABASE_URL to a server of your own.',
  )
}
