import { readForm } from '@tereze/foundation-http'
import { respond } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { checkPowerFile } from '../check-power-file.ts'
import { checkPower, fileMissing } from '../contract/index.ts'

/** Anyone's check of a machine-readable power of attorney. */
export const checkPowerHandler = respond(checkPower, async (request, context) => {
  const form = await readForm(request.headers['content-type'] ?? '', request.body)
  const file = form?.files.get('file')?.[0]?.bytes
  if (file === undefined || file.length === 0) return refuse(fileMissing, { pointer: '/file' })
  const beside = form?.files.get('signature')?.[0]?.bytes ?? null
  const checked = await checkPowerFile(context, { file, signature: beside?.length === 0 ? null : beside })
  if (isRefused(checked)) return checked
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(checked),
  }
})
