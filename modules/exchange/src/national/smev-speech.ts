import type { Outgoing } from '@tereze/foundation-http'
import { largestOutsideAnswer } from '../outside/ask-rest.ts'
import type { OutsideProblem } from '../ports/outside-line.ts'
import { type MtomPart, readMtom, writeMtom } from '../rules/national/mtom.ts'
import { readSmevReply } from '../rules/national/read-smev.ts'
import { type SmevCall, signedByCaller, writeSmev } from '../rules/national/smev-message.ts'
import { smevTransformName } from '../rules/national/smev-transform.ts'
import type { XmlTree } from '../rules/xml-tree.ts'
import type { SmevPlace } from './national-place.ts'
import { exclusive, signXml } from './xml-signature.ts'

const timeout = 30_000

/** What СМЭВ said: the element in the body with the envelope it came in and the files beside it, a fault, or nothing and why. */
export type SmevHeard =
  | { readonly body: XmlTree; readonly xml: string; readonly parts: ReadonlyMap<string, MtomPart> }
  | { readonly fault: string }
  | { readonly problem: OutsideProblem }

/** Signs a call, sends it and reads what comes back. */
export async function speakSmev(outgoing: Outgoing, place: SmevPlace, call: SmevCall): Promise<SmevHeard> {
  const signed = signXml(
    writeSmev(place.version, call),
    { id: signedByCaller, into: 'CallerInformationSystemSignature', transforms: [exclusive, smevTransformName] },
    place.keys,
  )
  const files =
    call.operation === 'SendRequest'
      ? call.attachments
      : call.operation === 'SendResponse' && 'content' in call.answer
        ? call.answer.attachments
        : []
  const parts = files.map(({ name, type, content }) => ({ id: name, type, bytes: content }))
  const written = writeMtom(signed, parts, `mtom-${'id' in call ? call.id : 'none'}`)
  const reply = await outgoing.send({
    method: 'POST',
    url: place.url,
    headers: { 'content-type': written.type, soapaction: `"urn:${call.operation}"` },
    body: written.body,
    timeout,
    limit: largestOutsideAnswer,
  })
  if (!reply.ok) return { problem: { reason: reply.problem, detail: '' } }
  const whole = readMtom(reply.headers['content-type'] ?? '', reply.body)
  const read = whole === null ? null : readSmevReply(whole.xml)
  if (whole === null || read === null)
    return reply.status === 200
      ? { problem: { reason: 'unreadable', detail: 'envelope' } }
      : { problem: { reason: 'status', detail: String(reply.status) } }
  return 'fault' in read ? read : { body: read.body, xml: whole.xml, parts: whole.parts }
}
