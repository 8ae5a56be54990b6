import { respond } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { findRequest, showRequest } from '../contract/index.ts'

/** The request endpoint. */
export const showRequestHandler = respond(showRequest, async ({ params }, context) => {
  const found = await context.call(findRequest, { organisation: params.organisation ?? '', state: params.state ?? '' })
  if (isRefused(found)) return found
  return {
    status: 200,
    headers: { 'content-type': 'application/oauth-authz-req+jwt', 'cache-control': 'no-store' },
    body: found.request,
  }
})
