import { respond } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { issuerUnknown, showStatusList, signStatusList } from '../contract/index.ts'
import { listTtl } from '../operations/sign-status-list.ts'

/** A status list. */
export const showStatusListHandler = respond(showStatusList, async ({ params }, context) => {
  const { organisation = '', list = '' } = params
  if (!/^[1-9]\d{0,5}$/.test(list)) return refuse(issuerUnknown)
  const signed = await context.call(signStatusList, { organisation, list: Number(list) })
  if (isRefused(signed)) return signed.code === issuerUnknown.code ? signed : refuse(issuerUnknown)
  return {
    status: 200,
    headers: { 'content-type': 'application/statuslist+jwt', 'cache-control': `public, max-age=${listTtl}` },
    body: signed.token,
  }
})
