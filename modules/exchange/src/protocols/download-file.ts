import { sealedBlobStore } from '@tereze/foundation-files'
import { respond } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { downloadFile, fetchFile, openFile } from '../contract/kept-file.ts'
import { fileNotFound } from '../contract/sent-file.ts'
import { readParts } from '../files/read-parts.ts'
import { readRange } from '../rules/byte-range.ts'

const memberPattern = /^[a-z][a-z0-9-]{1,62}$/
const filePattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Gives a file to its receiver: an official who is signed in, or a system with its token (`Authorization: Bearer`). */
export const downloadFileProtocol = respond(downloadFile, async (request, context) => {
  const { organisation = '', file = '' } = request.params
  if (!memberPattern.test(organisation) || !filePattern.test(file))
    return refuse(fileNotFound, { params: { file: '' } })
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(request.headers.authorization ?? '')?.[1]
  const opened =
    token === undefined
      ? await context.call(openFile, { organisation, file })
      : await context.call(fetchFile, { organisation, file, token, audience: context.origin })
  if (isRefused(opened)) return opened
  const { name, mediaType, size, sha256 } = opened
  // A range of another version is no part of this one (RFC 9110, 13.1.5).
  const tag = `"${sha256}"`
  const wanted = request.headers['if-range'] === undefined || request.headers['if-range'] === tag
  const range = wanted ? readRange(request.headers.range, size) : null
  if (range === 'unsatisfiable')
    return { status: 416, headers: { 'content-range': `bytes */${size}`, 'cache-control': 'no-store' }, body: '' }
  const { first, last } = range ?? { first: 0, last: size - 1 }
  return {
    status: range === null ? 200 : 206,
    headers: {
      'content-type': mediaType,
      // Never compressed on the way: ranges count the bytes of the file itself.
      'content-encoding': 'identity',
      'content-length': String(last - first + 1),
      ...(range === null ? {} : { 'content-range': `bytes ${first}-${last}/${size}` }),
      'accept-ranges': 'bytes',
      etag: tag,
      'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    },
    body: readParts(context.port(sealedBlobStore), opened, { first, last }),
  }
})
