import { packages } from '@tereze/catalogue/contract'
import { sealedBlobStore } from '@tereze/foundation-files'
import { isErased, keyring } from '@tereze/foundation-keys'
import { type JobContext, job } from '@tereze/foundation-operations'
import { makeAnswerFiles } from '../files/make-answer-files.ts'
import type { FileDraft } from '../rules/file-drafts.ts'
import { messageIdOf } from '../rules/message-id-of.ts'
import { findService } from '../rules/service-version.ts'
import { saidUntil, topicFiles } from '../rules/topic-files.ts'
import { insertMadeFile, type MadeFile } from '../store/answer-files.ts'
import { dueTopicFiles, listUnmade, type UnmadeRow, updateMade } from '../store/topic-files.ts'
import { sealedDraftsAt } from '../topics/seal-said.ts'

/** Messages whose files are made before the next look. */
const atOnce = 10

async function* nothing(): AsyncGenerator<Uint8Array> {}

type Made = { readonly files: readonly MadeFile[]; readonly withoutFiles: string | null }

/** Makes the files of one message, or tells why there are none; of an erased person there are none. */
async function make(context: JobContext, unmade: UnmadeRow): Promise<Made> {
  const { database, ports } = context
  const { tenant, topic, position, sealedFor, drafts } = unmade
  const none = { files: [], withoutFiles: null }
  const taken = topicFiles(findService(ports.get(packages), topic)?.contract)
  if (taken === undefined) return none
  const opened = await ports.get(keyring).open(database, tenant, sealedFor, drafts, sealedDraftsAt(unmade))
  if (isErased(opened)) return none
  const made = await makeAnswerFiles(context, {
    message: messageIdOf(`${topic}/${position}`, tenant),
    contract: topic,
    taken,
    drafts: JSON.parse(new TextDecoder().decode(opened)) as FileDraft[],
    read: nothing,
  })
  return 'problem' in made
    ? { files: [], withoutFiles: made.problem.reason }
    : { files: made.files, withoutFiles: null }
}

async function keep({ ports, write }: JobContext, unmade: UnmadeRow, { files, withoutFiles }: Made): Promise<void> {
  const { tenant, topic, position, at } = unmade
  const taken = topicFiles(findService(ports.get(packages), topic)?.contract)
  const spare = await write(tenant, async ({ tx, now }) => {
    const named = files.map(({ file, name, mediaType, size, sha256 }) => ({ file, name, mediaType, size, sha256 }))
    const isOurs = await updateMade(tx, topic, position, { files: named, withoutFiles })
    if (!isOurs || taken === undefined) return files.flatMap(({ blobs }) => blobs)
    const said = { message: null, position, consumer: tenant, contract: topic, purpose: 'topic' }
    const left: string[] = []
    for (const file of files)
      if (!(await insertMadeFile(tx, file, { ...said, now, until: saidUntil(taken, new Date(at)) })))
        left.push(...file.blobs)
    return left
  })
  for (const blob of spare) await ports.get(sealedBlobStore).remove(blob)
}

/**
 * Makes the files of what is said on topics, between transactions; what stands after it on the topic is told when they are made. What cannot
 * be made is told without files, with the reason; where only the store or the scanner is not there, it is tried again.
 */
export const makeTopicFiles = job({
  name: 'exchange.make-topic-files',
  every: 2_000,
  due: dueTopicFiles,
  async run(context) {
    let done = 0
    for (const unmade of await listUnmade(context.database, atOnce))
      try {
        await keep(context, unmade, await make(context, unmade))
        done += 1
      } catch (error) {
        context.report(error)
      }
    return done
  },
})
