import { sealedBlobStore, virusCheck } from '@tereze/foundation-files'
import { type Context, type JobContext, job } from '@tereze/foundation-operations'
import { answerFileReceived } from '../contract/answer-file.ts'
import { checkFile } from '../files/check-file.ts'
import { findAsked } from '../store/answer-files.ts'
import { listParts } from '../store/file-parts.ts'
import { claimFile, dueFiles, listTenantsWithFiles, postponeFile } from '../store/file-work.ts'
import { type FileRow, updateFile } from '../store/files.ts'
import { wakeQueued } from '../store/queue.ts'

/** How long a claim holds: longer than the largest file takes. */
const lease = 30 * 60_000
/** When a file is looked at again whose check could not be done. */
const again = 60_000

/** Whoever waits for a file of an answer asks again at once: it is here, or it was not let through. */
async function tellAsker({ tx, emit }: Context, { answer, direction, message, file, contract }: FileRow, now: Date) {
  if (!answer || direction !== 'received' || message === null) return
  wakeQueued(tx, message, now)
  const asked = await findAsked(tx, tx.tenant, message)
  await emit(answerFileReceived, { subject: message, data: { message, file, contract, case: asked?.case ?? null } })
}

async function check(context: JobContext, file: FileRow): Promise<void> {
  const { database, ports, clock, write } = context
  try {
    const parts = await listParts(database, file.tenant, file.file)
    const places = parts.map(({ blob }) => blob)
    const checked = await checkFile(ports.get(sealedBlobStore), ports.get(virusCheck), file, places)
    const now = clock.now()
    await write(file.tenant, async writing => {
      const to = 'reason' in checked ? ('refused' as const) : ('ready' as const)
      await updateFile(writing.tx, file.file, { state: to, ...checked, now })
      await tellAsker(writing, file, now)
    })
  } catch (error) {
    context.report(error)
    await write(file.tenant, ({ tx, now }) => postponeFile(tx, file.file, new Date(now.getTime() + again)))
  }
}

/** Checks files whose parts are all there: digest, type by content, viruses. Until then nobody gets them. */
export const checkFiles = job({
  name: 'exchange.check-files',
  every: 2_000,
  due: dueFiles('check'),
  async run(context) {
    const { database, clock, write } = context
    const now = clock.now()
    let done = 0
    for (const tenant of await listTenantsWithFiles(database, 'check', now)) {
      const until = new Date(now.getTime() + lease)
      const file = await write(tenant, ({ tx }) => claimFile(tx, 'check', now, until))
      if (file === null) continue
      await check(context, file)
      done += 1
    }
    return done
  },
})
