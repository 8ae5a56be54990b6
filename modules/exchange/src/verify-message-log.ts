import type { Reader } from '@tereze/foundation-database'
import type { LogSigner } from '@tereze/foundation-keys'
import { type Checkpoint, extendLog, type LogState, parseCheckpoint, sameBytes } from '@tereze/merkle-log'
import { leafOfEntry, sha256 } from './rules/log-leaf.ts'
import { listCheckpoints, listSealed } from './store/log.ts'

/** What is wrong with a message log, and where. */
export interface LogProblem {
  /**
   * `entry-missing`: a leaf has no entry any more; `root-differs`: the entries up to here are not those that were signed;
   * `witness-differs`, `shorter-than-witnessed`: what a witness saw at that size.
   */
  readonly problem: 'entry-missing' | 'root-differs' | 'signature-wrong' | 'witness-differs' | 'shorter-than-witnessed'
  /** Place in the log, or size of the checkpoint. */
  readonly at: number
  readonly message: string | null
  /** Whose view differs. */
  readonly witness?: string
}

/** What a check of a message log found. */
export interface LogReport {
  readonly tenant: string
  readonly size: number
  readonly checkpoints: number
  /** Names of the witnesses whose newest checkpoint the log agrees with. */
  readonly witnessed: readonly string[]
  readonly problems: readonly LogProblem[]
}

const batch = 1000
const mostProblems = 100

/**
 * Checks the whole message log of an organisation: every entry again to its leaf, every signed checkpoint against the tree.
 * @param seen what witnesses keep: only they show that a whole log was written anew by somebody who has the keys too.
 */
export async function verifyMessageLog(
  reader: Reader,
  tenant: string,
  signer: LogSigner,
  seen: readonly { readonly witness: string; readonly checkpoint: Checkpoint }[] = [],
): Promise<LogReport> {
  const problems: LogProblem[] = []
  const witnessed: string[] = []
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
      // What a witness cosigned is a checkpoint of the log: it is compared with the one of its size.
      for (const { witness, checkpoint: view } of seen.filter(one => one.checkpoint.size === size)) {
        if (grown.root !== null && sameBytes(grown.root, view.root)) witnessed.push(witness)
        else problems.push({ problem: 'witness-differs', at: size, message: null, witness })
      }
      after = size
      checkpoints += 1
    }
    if (page.length < batch) break
  }
  for (const { witness, checkpoint } of seen) {
    const { size: at } = checkpoint
    if (at > log.size) problems.push({ problem: 'shorter-than-witnessed', at, message: null, witness })
    else if (!witnessed.includes(witness) && !problems.some(problem => problem.witness === witness))
      problems.push({ problem: 'witness-differs', at, message: null, witness })
  }
  return { tenant, size: log.size, checkpoints, witnessed, problems }
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
