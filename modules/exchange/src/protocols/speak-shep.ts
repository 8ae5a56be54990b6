import { respond } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { lineNotFound, speakShep } from '../contract/line.ts'
import { nationalLine } from '../ports/national-line.ts'

/** The door for ШЭП. */
export const speakShepProtocol = respond(speakShep, async (request, context) => {
  const { exchange = '', channel = '' } = request.params
  const known = channel === 'sync' || channel === 'async'
  const envelope = Buffer.from(request.body).toString('utf8')
  const reply = known ? await context.port(nationalLine).take(exchange, channel, envelope) : null
  if (reply === null) return refuse(lineNotFound, { params: { exchange } })
  const { status, type, body } = reply
  return { status, headers: { 'content-type': type, 'cache-control': 'no-store' }, body }
})
