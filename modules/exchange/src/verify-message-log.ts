import type { Reader } from '@tereze/foundation-database'
import type { LogSigner } from '@tereze/foundation-keys'
import { extendLog, type LogState, parseCheckpoint, sameBytes } from '@tereze/merkle-log'
import { leafOfEntry, sha256 } from './rules/log-leaf.ts'
import { listCheckpoints, listSealed } from './store/log.ts'

/** What is wrong with a message log, and where. */
export interface LogProblem {
  /** `entry-missing`: a leaf has no entry any more; `root-differs`: the entries up to here are not those that were signed. */
  readonly problem: 'entry-missing' | 'root-differs' | 'signature-wrong'
  /** Place in the log, or size of the checkpoint. */
  readonly at: number
  readonly message: string | null
}

/** What a check of a message log found. */
export interface LogReport {
  readonly tenant: string
  readonly size: number
  readonly checkpoints: number
  readonly problems: readonly LogProblem[]
}

const batch = 1000
const mostProblems = 100

/** Checks the whole message log of an organisation: every entry again to its leaf, every signed checkpoint against the tree. */
export async function verifyMessageLog(reader: Reader, tenant: string, signer: LogSigner): Promise<LogReport> {
  const problems: LogProblem[] = []
  let log: LogState = { size: 0, frontier: [] }
  let checkpoints = 0
  for (let after = 0; problems.length < mostProblems; ) {
    const page = await listCheckpoints(reader, tenant, after, batch)
    for (const { size, note } of page) {
      const text = await signer.open(reader, tenant, note)
      const checkpoint = text === null ? null : parseCheckpoint(text)
      const signed = checkpoint?.size === size && checkpoint.origin === signer.nameOf(tenant)
      if (!signed) problems.push({ problem: 'signature-wrong', at: size, message: null })
      const grown = await extendTo(reader, tenant, log, size, problems)
      log = grown
      if (signed && (grown.root === null || !sameBytes(grown.root, checkpoint.root)))
        problems.push({ problem: 'root-differs', at: size, message: null })
      after = size
      checkpoints += 1
    }
    if (page.length < batch) break
  }
  return { tenant, size: log.size, checkpoints, problems }
}

/** The log grown to a size out of its entries; its root is null where an entry is missing. */
async function extendTo(
  reader: Reader,
  tenant: string,
  from: LogState,
  size: number,
  problems: LogProblem[],
): Promise<LogState & { root: Uint8Array | null }> {
  let log: LogState & { root: Uint8Array | null } = { ...from, root: null }
  while (log.size < size) {
    const entries = await listSealed(reader, tenant, log.size, Math.min(batch, size - log.size))
    if (entries.length === 0) {
      problems.push({ problem: 'entry-missing', at: log.size, message: null })
      return { ...log, root: null }
    }
    for (const { index, message, entry } of entries)
      if (entry === null) problems.push({ problem: 'entry-missing', at: index, message })
    const leaves = entries.map(({ entry }) => (entry === null ? new Uint8Array(32) : leafOfEntry(entry)))
    log = extendLog(log, leaves, sha256)
  }
  return log
}
