import { type SealedBlobs, sealedBlobStore } from '@tereze/foundation-files'
import { respond } from '@tereze/foundation-operations'
import { isRefused, partyOf, refuse } from '@tereze/operation'
import {
  attachmentNotFound,
  downloadAttachment,
  openAttachment,
  openOwnAttachment,
} from '../contract/attachment-doors.ts'

async function* piecesOf(store: SealedBlobs, blobs: readonly string[]): AsyncGenerator<Uint8Array, undefined> {
  for (const blob of blobs) {
    const bytes = await store.find(blob)
    // A file that ends too early is seen to be cut by its length.
    if (bytes === null) return
    yield bytes
  }
}

async function* whole(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  yield* rest
}

/** Gives a file of a case, never to be drawn as a page of ours. */
export const downloadAttachmentProtocol = respond(downloadAttachment, async (request, context) => {
  const { organisation = '', case: id = '', attachment = '' } = request.params
  const definition = partyOf(context.actor) === null ? openAttachment : openOwnAttachment
  const opened = await context.call(definition, { organisation, case: id, attachment })
  if (isRefused(opened)) return opened
  const pieces = piecesOf(context.port(sealedBlobStore), [opened.blob, ...(opened.more ?? [])])
  // The first piece is there before anything is promised.
  const first = await pieces.next()
  if (first.done === true) return refuse(attachmentNotFound)
  return {
    status: 200,
    headers: {
      'content-type': opened.mediaType,
      'content-length': String(opened.size),
      'repr-digest': `sha-256=:${Buffer.from(opened.sha256, 'hex').toString('base64')}:`,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(opened.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    },
    body: whole(first.value, pieces),
  }
})
