import { createHash } from 'node:crypto'
import {
  contentOf,
  sealedBlobStore,
  type VirusCheck,
  VirusCheckUnavailable,
  virusCheck,
} from '@tereze/foundation-files'
import type { ProtocolContext } from '@tereze/foundation-operations'
import { isRefused, type Refused, refuse, systemActor } from '@tereze/operation'
import { type Attachment, attachmentTypes, largestAttachment } from '../contract/attachment.ts'
import {
  attachmentEmpty,
  attachmentInfected,
  attachmentTooLarge,
  attachmentTypeNotTaken,
  attachmentUnchecked,
  keepAttachment,
} from '../contract/attachment-doors.ts'
import { fileName } from '../rules/file-name.ts'

/** A file that somebody brings to a form of an organisation. */
export interface BroughtFile {
  readonly organisation: string
  readonly name: string
  readonly bytes: Uint8Array
}

async function* whole(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

/** The media type by the content; null where such files are not taken. What reads as text is text, whatever it is called. */
async function typeOf(bytes: Uint8Array): Promise<string | null> {
  const content = await contentOf(bytes)
  const type = content === 'text' ? 'text/plain' : content
  return attachmentTypes.find(taken => taken === type) ?? null
}

/** Looks for viruses: whether a scanner looked, or why the file is not taken. */
async function scan(scanner: VirusCheck, bytes: Uint8Array): Promise<boolean | Refused> {
  try {
    const verdict = await scanner.check(whole(bytes))
    return typeof verdict === 'object' ? refuse(attachmentInfected) : verdict === 'clean'
  } catch (error) {
    if (!(error instanceof VirusCheckUnavailable)) throw error
    return refuse(attachmentUnchecked)
  }
}

/** What keeping a file needs of the request. */
export type Keeping = Pick<ProtocolContext, 'actor' | 'ids' | 'port' | 'call'>

/** Takes a file of whoever acts: it is kept sealed, and belongs to no case until a form with it is sent in. */
export async function keepFile(context: Keeping, brought: BroughtFile): Promise<Attachment | Refused> {
  const { organisation, bytes } = brought
  if (bytes.byteLength === 0) return refuse(attachmentEmpty)
  if (bytes.byteLength > largestAttachment)
    return refuse(attachmentTooLarge, { params: { megabytes: largestAttachment / 1_048_576 } })
  const mediaType = await typeOf(bytes)
  if (mediaType === null) return refuse(attachmentTypeNotTaken)
  const checked = await scan(context.port(virusCheck), bytes)
  if (isRefused(checked)) return checked
  const blobs = context.port(sealedBlobStore)
  const blob = await blobs.write(bytes)
  const { id: by, language } = context.actor
  const kept = await context.call(
    keepAttachment,
    {
      organisation,
      id: context.ids.newId('file'),
      name: fileName(brought.name),
      mediaType,
      size: bytes.byteLength,
      by,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      blob,
      checked,
    },
    { actor: systemActor('cases/upload', organisation, language) },
  )
  if (isRefused(kept)) await blobs.remove(blob)
  return kept
}
