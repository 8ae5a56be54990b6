import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { sealedBlobStore, virusCheck } from '@tereze/foundation-files'
import { type JobContext, localDate } from '@tereze/foundation-operations'
import type { OutsideProblem } from '../ports/outside-line.ts'
import { pageDrawing } from '../ports/page-drawing.ts'
import type { FilesTaken } from '../rules/contract-definition.ts'
import type { FileDraft } from '../rules/file-drafts.ts'
import { pageOf } from '../rules/page-of.ts'
import { findService } from '../rules/service-version.ts'
import type { MadeFile } from '../store/answer-files.ts'
import { makeFile } from './make-file.ts'

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** The bytes of a file whose content is here: text, base64 or a page to be set. */
async function* bytesOf(
  { ports, clock }: JobContext,
  contract: string,
  draft: Exclude<FileDraft, { path: string }>,
): AsyncGenerator<Uint8Array> {
  if ('text' in draft) yield* once(new TextEncoder().encode(draft.text))
  else if ('base64' in draft) yield* once(Buffer.from(draft.base64, 'base64'))
  else {
    const service = findService(ports.get(packages), contract)
    if (service === null) throw new Error(`there is no contract ${contract}`)
    const organisation = getOrganisation(ports.get(packages), service.contract.provider)
    const date = localDate(clock.now(), organisation.zone)
    const author = organisation.name[draft.page.languages[0] ?? 'en']
    yield* once(await ports.get(pageDrawing).draw(pageOf(draft.page, service.pack.messages, { author, date })))
  }
}

/**
 * Makes the files of an answer, one after the other; nothing of them stays when one cannot be made. Talks to the outside, so never inside a
 * transaction.
 */
export async function makeAnswerFiles(
  context: JobContext,
  answer: {
    readonly message: string
    readonly contract: string
    readonly taken: FilesTaken
    readonly drafts: readonly FileDraft[]
    /** Reads a file that lies with the member’s own system. */
    readonly read: (path: string) => AsyncIterable<Uint8Array>
  },
): Promise<{ readonly files: readonly MadeFile[] } | { readonly problem: OutsideProblem }> {
  const stores = { blobs: context.ports.get(sealedBlobStore), scanner: context.ports.get(virusCheck) }
  const files: MadeFile[] = []
  const drop = async () => {
    for (const { blobs } of files) for (const blob of blobs) await stores.blobs.remove(blob)
  }
  try {
    for (const [index, draft] of answer.drafts.entries()) {
      const bytes = 'path' in draft ? answer.read(draft.path) : bytesOf(context, answer.contract, draft)
      const { name, mediaType } = draft
      const about = { message: answer.message, index, name, mediaType, limit: answer.taken.size }
      const made = await makeFile(stores, about, bytes)
      if ('problem' in made) {
        await drop()
        return made
      }
      files.push(made)
    }
    return { files }
  } catch (error) {
    await drop()
    throw error
  }
}
