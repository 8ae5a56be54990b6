import { createHash } from 'node:crypto'
import { sealedBlobStore } from '@tereze/foundation-files'
import { respond } from '@tereze/foundation-operations'
import { isRefused, refuse, systemActor } from '@tereze/operation'
import { expectPart, keepPart, uploadPart } from '../contract/file-part.ts'
import { fileNotFound, filePartWrong } from '../contract/sent-file.ts'

const memberPattern = /^[a-z][a-z0-9-]{1,62}$/
const filePattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const partPattern = /^[1-9][0-9]{0,3}$/

/** The door for parts. Whoever brings one, only the bytes whose hash the sender signed are taken, and each once. */
export const uploadPartProtocol = respond(uploadPart, async (request, context) => {
  const { organisation = '', file = '', part: number = '' } = request.params
  if (!memberPattern.test(organisation) || !filePattern.test(file) || !partPattern.test(number))
    return refuse(fileNotFound, { params: { file: '' } })
  const place = { organisation, file, part: Number(number) }
  const actor = { ...systemActor('exchange/upload', organisation, context.actor.language), roles: ['member'] }
  const expected = await context.call(expectPart, place, { actor })
  if (isRefused(expected)) return expected
  const done = { status: 204, headers: { 'cache-control': 'no-store' }, body: '' }
  if (expected.kept) return done
  const sha256 = createHash('sha256').update(request.body).digest('base64url')
  if (request.body.byteLength !== expected.size || sha256 !== expected.sha256)
    return refuse(filePartWrong, { params: { part: place.part } })
  const blobs = context.port(sealedBlobStore)
  const blob = await blobs.write(request.body)
  const kept = await context.call(keepPart, { ...place, sha256, blob }, { actor })
  if (isRefused(kept) || !kept.kept) await blobs.remove(blob)
  return isRefused(kept) ? kept : done
})
