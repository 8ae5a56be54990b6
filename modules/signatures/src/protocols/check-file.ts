import { readForm } from '@tereze/foundation-http'
import { respond } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { checkSignedFile } from '../check-signed-file.ts'
import { checkFile, fileMissing } from '../contract/index.ts'

/** Anyone's check of a signed file. */
export const checkFileHandler = respond(checkFile, async (request, context) => {
  const form = await readForm(request.headers['content-type'] ?? '', request.body)
  const file = form?.files.get('file')?.[0]
  if (file === undefined || file.bytes.length === 0) return refuse(fileMissing, { pointer: '/file' })
  const content = form?.files.get('content')?.[0]?.bytes ?? null
  const checked = await checkSignedFile(context, { file: file.bytes, content: content?.length === 0 ? null : content })
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(checked),
  }
})
