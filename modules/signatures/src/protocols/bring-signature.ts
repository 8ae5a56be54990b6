import { readForm } from '@tereze/foundation-http'
import { respond } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { bringSignature, fileMissing } from '../contract/index.ts'
import { takeSignature } from '../take-signature.ts'

/** Takes the signature of a statement that was made elsewhere. */
export const bringSignatureHandler = respond(bringSignature, async (request, context) => {
  const form = await readForm(request.headers['content-type'] ?? '', request.body)
  const [file] = form?.files.get('file') ?? []
  if (file === undefined || file.bytes.length === 0) return refuse(fileMissing, { pointer: '/file' })
  const taken = await takeSignature(context, { statement: request.params.statement ?? '', file: file.bytes })
  if (isRefused(taken)) return taken
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(taken),
  }
})
