import type { Outgoing } from '@tereze/foundation-http'
import { largestOutsideAnswer } from '../outside/ask-rest.ts'
import type { OutsideProblem } from '../ports/outside-line.ts'
import { readShep, type ShepHeard } from '../rules/national/read-shep.ts'
import { type ShepCall, shepBody, writeShep } from '../rules/national/shep-message.ts'
import type { ShepPlace } from './national-place.ts'
import { exclusive, type SignatureProblem, signXml, verifyXml } from './xml-signature.ts'

/** A signed envelope of what is said. */
export function envelopeOf(place: ShepPlace, call: ShepCall): string {
  return signXml(
    writeShep(call),
    { id: shepBody, into: 'Security', transforms: [exclusive], security: true },
    place.keys,
  )
}

/** Reads an envelope that ШЭП signed; the reason where it cannot be believed or read. */
export function hearShep(
  place: ShepPlace,
  xml: string,
  now: Date,
): ShepHeard | { readonly wrong: SignatureProblem | 'unreadable' } {
  const verified = verifyXml(xml, 'Security', place.keys, now)
  if ('problem' in verified) return { wrong: verified.problem }
  return readShep(verified.signed) ?? { wrong: 'unreadable' }
}

/** Says something to a channel of ШЭП and hears what it answers. */
export async function speakShep(
  outgoing: Outgoing,
  place: ShepPlace,
  call: ShepCall,
  about: { readonly now: Date; readonly timeout: number },
): Promise<ShepHeard | { readonly problem: OutsideProblem }> {
  const reply = await outgoing.send({
    method: 'POST',
    url: call.say.startsWith('sync') ? place.sync : place.async,
    headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '""' },
    body: envelopeOf(place, call),
    timeout: about.timeout,
    limit: largestOutsideAnswer,
  })
  if (!reply.ok) return { problem: { reason: reply.problem, detail: '' } }
  const heard = hearShep(place, reply.body.toString('utf8'), about.now)
  if (!('wrong' in heard)) return heard
  // A server that is down answers in its own words: its status tells more than that nobody signed them.
  if (reply.status !== 200) return { problem: { reason: 'status', detail: String(reply.status) } }
  return heard.wrong === 'unreadable'
    ? { problem: { reason: 'unreadable', detail: 'envelope' } }
    : { problem: { reason: 'signature-wrong', detail: heard.wrong } }
}
