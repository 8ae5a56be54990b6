import { respond } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { getProofFile, lineNotFound, showProof } from '../contract/index.ts'

/** A line with its proof as a file. */
export const showProofHandler = respond(showProof, async (request, context) => {
  const { organisation = '', line = '' } = request.params
  const proved = await context.call(getProofFile, { organisation, line })
  if (isRefused(proved)) return proved.code === 'operations.input-invalid' ? refuse(lineNotFound) : proved
  return {
    status: 200,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': 'attachment; filename="line.tlog-proof"',
      'cache-control': 'private, no-store',
    },
    body: proved.file,
  }
})
