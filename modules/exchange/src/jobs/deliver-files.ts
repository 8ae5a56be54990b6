import { sealedBlobStore } from '@tereze/foundation-files'
import { type JobContext, job } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { type FileStanding, receiveFile } from '../contract/file.ts'
import { keepPart } from '../contract/file-part.ts'
import { PartLost } from '../files/read-parts.ts'
import { signManifest } from '../files/sign-manifest.ts'
import { peerLine } from '../ports/peer-line.ts'
import { mayPass } from '../rules/read-delivery.ts'
import { listParts } from '../store/file-parts.ts'
import { claimFile, dueFiles, listTenantsWithFiles, postponeFile } from '../store/file-work.ts'
import { type FileRow, updateFile } from '../store/files.ts'
import type { StoredPeer } from '../store/peers.ts'

const lease = 30 * 60_000
/** When a receiver is asked again that checks the file, and when one that does not answer; milliseconds. */
const betweenLooks = 5_000
const firstRest = 10_000
const longestRest = 10 * 60_000

/** What an attempt came to: how the file stands there, or the code under which it ended. */
type Attempt = FileStanding | { readonly code: string; readonly retry: boolean }

/** A file for an organisation of this installation: the parts are there already, and are noted for it too. */
async function handOver({ database, write }: JobContext, file: FileRow, manifest: string): Promise<Attempt> {
  const parts = new Map((await listParts(database, file.tenant, file.file)).map(part => [part.part, part]))
  return write(file.peer, async context => {
    const standing = await context.call(receiveFile, { manifest, provider: file.peer })
    if (isRefused(standing)) return { code: standing.code, retry: mayPass(standing.code) }
    for (const number of standing.missing) {
      const part = parts.get(number)
      if (part === undefined) throw new PartLost(number)
      const kept = await context.call(keepPart, { organisation: file.peer, file: file.file, ...part })
      if (isRefused(kept)) return { code: kept.code, retry: false }
    }
    return standing.missing.length === 0 ? standing : { ...standing, state: 'checking' as const, missing: [] }
  })
}

/** A file for a member that runs elsewhere: what is missing there goes over part by part, and after a cut the rest. */
async function sendOver(context: JobContext, peer: StoredPeer, file: FileRow, manifest: string): Promise<Attempt> {
  const { database, ports } = context
  const line = ports.get(peerLine)
  const standing = await line.announceFile(peer, manifest)
  if ('code' in standing || standing.missing.length === 0) return standing
  const parts = new Map((await listParts(database, file.tenant, file.file)).map(part => [part.part, part.blob]))
  for (const number of standing.missing) {
    const bytes = await ports.get(sealedBlobStore).find(parts.get(number) ?? '')
    if (bytes === null) throw new PartLost(number)
    const sent = await line.sendPart(peer, { organisation: file.peer, file: file.file, part: number }, bytes)
    if (sent !== null) return sent
  }
  return { ...standing, state: 'checking', missing: [] }
}

async function noteOwn({ write }: JobContext, { tenant, file }: FileRow): Promise<void> {
  await write(tenant, ({ tx, now }) => updateFile(tx, file, { state: 'delivered', now }))
}

async function deliver(context: JobContext, file: FileRow): Promise<void> {
  const { ports, write } = context
  // Whoever asks itself has the file already.
  if (file.peer === file.tenant) return noteOwn(context, file)
  const peer = await ports.get(peerLine).peerOf(file.peer)
  const manifest = await signManifest(context, file)
  const attempt = await (peer === null ? handOver(context, file, manifest) : sendOver(context, peer, file, manifest))
  await write(file.tenant, async ({ tx, now }) => {
    if ('code' in attempt && !attempt.retry)
      return updateFile(tx, file.file, { state: 'refused', reason: attempt.code, now })
    if ('code' in attempt) {
      const rest = Math.min(firstRest * 2 ** (file.attempts - 1), longestRest)
      return postponeFile(tx, file.file, new Date(now.getTime() + rest))
    }
    if (attempt.state === 'ready') return updateFile(tx, file.file, { state: 'delivered', now })
    if (attempt.state === 'refused' || attempt.state === 'expired')
      return updateFile(tx, file.file, { state: 'refused', reason: attempt.reason ?? attempt.state, now })
    return postponeFile(tx, file.file, new Date(now.getTime() + betweenLooks))
  })
}

/** Sends the files of organisations that run here to their receivers, until those have them checked. */
export const deliverFiles = job({
  name: 'exchange.deliver-files',
  every: 2_000,
  due: dueFiles('deliver'),
  async run(context) {
    const { database, clock, write } = context
    const now = clock.now()
    let done = 0
    for (const tenant of await listTenantsWithFiles(database, 'deliver', now)) {
      const until = new Date(now.getTime() + lease)
      const file = await write(tenant, ({ tx }) => claimFile(tx, 'deliver', now, until))
      if (file === null) continue
      await deliver(context, file).catch(async (error: unknown) => {
        context.report(error)
        await write(tenant, ({ tx }) => postponeFile(tx, file.file, new Date(now.getTime() + firstRest)))
      })
      done += 1
    }
    return done
  },
})
