import type { ProtocolContext } from '@tereze/foundation-operations'
import { signatures as library, type Timestamps } from '@tereze/foundation-signatures'
import { isRefused, systemActor } from '@tereze/operation'
import { answerTimestamp } from './contract/index.ts'
import { outsideClock } from './ports/outside-clock.ts'

/** What asking clocks and authorities takes, outside of any transaction. */
export type Asking = Pick<ProtocolContext, 'call' | 'port' | 'now'>

async function ownClock(context: Asking, request: Uint8Array): Promise<Uint8Array | null> {
  const input = { request: Buffer.from(request).toString('base64') }
  const answered = await context.call(answerTimestamp, input, { actor: systemActor('signatures', 'platform') })
  return isRefused(answered) ? null : Buffer.from(answered.answer, 'base64')
}

/** The clock that stamps the installation's files: the outside authority, and where it is silent the own one. */
export async function clockOf(context: Asking): Promise<Timestamps> {
  const { timestampClient } = await library()
  const outside = context.port(outsideClock)
  return timestampClient(async request => {
    // A document is not kept waiting for an authority that is silent: the own clock says the time as well.
    const told = outside === null ? null : await outside(request)
    return told ?? (await ownClock(context, request))
  })
}
