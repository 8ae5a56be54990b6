import { type Refused, refuse } from '@tereze/operation'
import { windowNotFound, windowUnfit } from '../contract/index.ts'

/** Why a visitor cannot be handed over to a window; null when they can. */
export function refusedHandOver(to: {
  readonly isThere: boolean
  readonly isManned: boolean
  readonly isOwn: boolean
}): Refused<'reception.window-not-found' | 'reception.window-unfit'> | null {
  if (!to.isThere) return refuse(windowNotFound, { pointer: '/window' })
  return !to.isManned || to.isOwn ? refuse(windowUnfit, { pointer: '/window' }) : null
}
