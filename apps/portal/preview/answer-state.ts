import type { Portal, PortalReply, PortalRequest } from '../src/portal.tsx'
import type { PreviewState } from './states.ts'

/** The page of a state. A form that leads to a place in a form is followed there, as a browser does. */
export async function answerState(
  portal: Portal,
  state: PreviewState,
  request: Omit<PortalRequest, 'params' | 'form' | 'stale'>,
): Promise<PortalReply> {
  const params = state.params ?? {}
  const form = state.form === undefined ? null : new URLSearchParams(state.form.map(pair => [...pair]))
  const reply = await portal.answer({ ...request, params, form, stale: state.stale === true })
  if (!('location' in reply) || !reply.location.startsWith(`${state.address}?at=`)) return reply
  return portal.answer({ ...request, params, form: null, address: reply.location })
}
