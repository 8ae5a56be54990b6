import { findOrganisation, packages } from '@tereze/catalogue/contract'
import type { JobContext } from '@tereze/foundation-operations'
import { asking } from '../contract/message.ts'
import { rejectionOf } from '../rules/national/decide-smev.ts'
import { findOffer, type OfferedService } from '../rules/national/find-offer.ts'
import type { Attachment, RejectionCode } from '../rules/national/smev-message.ts'
import { queueTerm } from '../rules/term.ts'
import type { XmlTree } from '../rules/xml-tree.ts'
import { type AttachmentJson, answerOf, momentOf, outsideOf, requestOf, schemaOf } from './map-content.ts'
import type { NationalPlace } from './national-place.ts'
import { findSchemaProblems } from './xml-schema.ts'

/** What a request from outside comes to: content of the answer, a rejection with its reason, or that it has to wait and why. */
export type Served =
  | { readonly content: string; readonly attachments: readonly Attachment[] }
  | { readonly rejected: { readonly code: RejectionCode; readonly reason: string; readonly detail: string | null } }
  | { readonly waits: string }

/** A request from outside. */
export interface ContentRequest {
  /** What its exchange knows the service by: the id of the service there, otherwise the root of its content. */
  readonly service: string | null
  readonly sender: string
  readonly content: { readonly xml: string; readonly root: XmlTree }
  readonly files: readonly AttachmentJson[]
  /** The id of the message of this exchange that carries it. */
  readonly message: string
  /** When it first came, ISO 8601. */
  readonly since: string
}

const rejected = (code: RejectionCode, reason: string, detail: string | null = null): Served => ({
  rejected: { code, reason, detail },
})

/** Who asks here under a name there; null when the operator knows none. */
export function memberOf(
  { members }: Pick<NationalPlace, 'members'>,
  { ports }: Pick<JobContext, 'ports'>,
  sender: string,
): { readonly organisation: string; readonly system: string } | null {
  const [organisation = '', system = ''] = (members[sender] ?? '').split('/')
  return findOrganisation(ports.get(packages), organisation) === null ? null : { organisation, system }
}

/** The contract that a request means; null when none is offered. */
export function offerFor(
  { ports }: Pick<JobContext, 'ports'>,
  place: Pick<NationalPlace, 'name'>,
  { service, content }: Pick<ContentRequest, 'service' | 'content'>,
): OfferedService | null {
  return findOffer(ports.get(packages), place.name, service === null ? content.root : { service })
}

/** Serves a request from outside by the contract that offers it, as a signed message of the member that asks. */
export async function serveContent(job: JobContext, place: NationalPlace, request: ContentRequest): Promise<Served> {
  const { root, xml } = request.content
  const offered = offerFor(job, place, request)
  if (offered === null) return rejected('UNKNOWN_REQUEST_DESCRIPTION', 'not-offered')
  const member = memberOf(place, job, request.sender)
  if (member === null) return rejected('ACCESS_DENIED', 'sender-unknown')
  const { offer, contract, pack, service } = offered
  const [wrong] = findSchemaProblems(xml, schemaOf(pack, offer.schema))
  if (wrong !== undefined) return rejected('FAILURE', 'content-wrong', wrong)
  const moment = momentOf(job, contract)
  const body = requestOf(offered, outsideOf(root, offer.lists, request.files), moment)
  const { purpose } = offer
  const grant = contract.access.find(one => one.consumer === member.organisation && one.purpose === purpose)
  const answer = await job.ports.get(asking).ask({
    id: request.message,
    contract: service,
    consumer: member.organisation,
    purpose,
    ground: grant?.ground ?? '',
    subjects: [],
    case: null,
    body,
  })
  if (!answer.ok) {
    const waits = answer.retry && job.clock.now().getTime() < Date.parse(request.since) + queueTerm(contract)
    return waits ? { waits: answer.code } : rejected(rejectionOf(answer.code), answer.code)
  }
  const written = answerOf(offered, { request: body, response: answer.body }, moment)
  if ('problems' in written) return rejected('FAILURE', 'answer-wrong', written.problems[0] ?? '')
  return {
    content: written.xml,
    attachments: written.attachments.map(({ name, type, content }) => ({
      name,
      type,
      content: Buffer.from(content, 'base64'),
    })),
  }
}
