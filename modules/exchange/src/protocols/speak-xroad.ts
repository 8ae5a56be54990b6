import { findOrganisation, packages } from '@tereze/catalogue/contract'
import { type ProtocolContext, respond } from '@tereze/foundation-operations'
import { isRefused, type ProtocolReply, type ProtocolRequest, type Refused } from '@tereze/operation'
import { identifyClient } from '../contract/identify-client.ts'
import { describeService } from '../contract/member.ts'
import { type Answer, accessNotGranted, asking } from '../contract/message.ts'
import { speakXRoad } from '../contract/xroad.ts'
import { messageIdOf } from '../rules/message-id-of.ts'
import { findService, listServices, type PublishedService, serviceOf } from '../rules/service-version.ts'
import { xroadBody } from '../rules/xroad-body.ts'
import { xroadErrorOf } from '../rules/xroad-error.ts'
import {
  formatXRoad,
  readXRoadClient,
  readXRoadPath,
  type XRoadCall,
  type XRoadMember,
} from '../rules/xroad-identifier.ts'
import { hashXRoadRequest } from '../rules/xroad-request-hash.ts'

const json = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }

/** The hash by which the answer is bound to the request (PR-REST 4.3), over the headers in the order in which they came, in small letters. */
function requestHash({ method, url, headers, body }: ProtocolRequest, requestId: string): string {
  const target = `${url.pathname}${url.search}`
  const sent = { method, target, headers: Object.entries(headers), body: body.length === 0 ? null : body }
  return hashXRoadRequest(sent, requestId)
}

/** An error of the exchange itself. */
function failed(code: string, detail: string, more: Record<string, string> = {}): ProtocolReply {
  const { status, type } = xroadErrorOf(code) ?? { status: 500, type: 'Server.ServerProxy.ServiceFailed' }
  return {
    status,
    headers: { ...more, ...json, 'x-road-error': type },
    body: JSON.stringify({ type, message: code, detail }),
  }
}

/** Whether a client may ask a service now, for whatever purpose; a refusal of the proof itself ends the call. */
async function mayAsk(
  client: XRoadMember,
  call: XRoadCall,
  contract: string,
  request: ProtocolRequest,
  context: ProtocolContext,
): Promise<boolean | Refused<string>> {
  const identity = { ...identityOf(client, call, contract, request, context), purpose: '', anyPurpose: true }
  const identified = await context.call(identifyClient, identity)
  if (!isRefused(identified)) return true
  return identified.code === accessNotGranted.code ? false : identified
}

/** What the metaservices of PR-MREST tell of a member's services. */
async function tellOf(
  client: XRoadMember,
  call: XRoadCall,
  request: ProtocolRequest,
  context: ProtocolContext,
): Promise<ProtocolReply | null> {
  const own = listServices(context.port(packages)).filter(({ contract }) => contract.provider === call.provider.member)
  if (call.service === 'listMethods' || call.service === 'allowedMethods') {
    const open: PublishedService[] = []
    for (const service of own) {
      const may =
        call.service === 'listMethods' || (await mayAsk(client, call, serviceOf(service.pack), request, context))
      if (isRefused(may)) return failed(may.code, client.member)
      if (may) open.push(service)
    }
    return { status: 200, headers: json, body: JSON.stringify({ service: entriesOf(open, call.provider) }) }
  }
  if (call.service !== 'getOpenAPI') return null
  const wanted = request.url.searchParams.get('serviceCode') ?? ''
  const found = own.findLast(({ pack }) => pack.id.split('.')[1] === wanted)
  if (found === undefined) return failed('exchange.contract-not-found', wanted)
  const described = await context.call(describeService, { contract: serviceOf(found.pack) })
  if (isRefused(described)) return failed(described.code, wanted)
  return { status: 200, headers: json, body: JSON.stringify('openapi' in described ? described.openapi : {}) }
}

/** Services as PR-MREST lists them, each once with an endpoint for each of its versions. */
function entriesOf(services: readonly PublishedService[], provider: XRoadMember) {
  const codes = Map.groupBy(services, ({ pack }) => pack.id.split('.')[1] ?? '')
  return [...codes].map(([code, versions]) => ({
    member_class: provider.memberClass,
    member_code: provider.member,
    object_type: 'SERVICE',
    service_code: code,
    service_type: 'OPENAPI',
    ...(provider.subsystem === null ? {} : { subsystem_code: provider.subsystem }),
    xroad_instance: provider.instance,
    endpoint_list: versions.map(({ pack }) => ({ method: 'POST', path: `/v${pack.version.split('.')[0] ?? ''}` })),
  }))
}

/** By what a client proves itself for a service. */
function identityOf(
  client: XRoadMember,
  call: XRoadCall,
  contract: string,
  request: ProtocolRequest,
  context: ProtocolContext,
) {
  return {
    member: client.member,
    system: client.subsystem ?? '',
    token: (request.headers.authorization ?? '').replace(/^Bearer /, ''),
    contract,
    provider: call.provider.member,
    purpose: request.headers['x-road-purpose'] ?? '',
    audience: context.origin,
  }
}

/** The service that a call means: the version of its path (`/v1`), the newest where there is none. */
function serviceIn(call: XRoadCall, context: ProtocolContext): string | null {
  const id = `${call.provider.member}.${call.service}`
  const [version] = call.path
  if (call.path.length > 1 || (version !== undefined && !/^v\d{1,6}$/.test(version))) return null
  if (version !== undefined) return `${id}@${version.slice(1)}`
  const newest = context.port(packages).find('contract', id)
  return newest === null ? null : serviceOf(newest)
}

/** What the answer of the provider is as an answer of X-Road. */
function replyOf(answer: Answer, headers: Record<string, string>): ProtocolReply {
  if (answer.ok) return { status: 200, headers: { ...headers, ...json }, body: JSON.stringify(answer.body) }
  if (xroadErrorOf(answer.code) !== null) return failed(answer.code, headers['x-road-id'] ?? '', headers)
  return { status: 422, headers: { ...headers, ...json }, body: JSON.stringify({ code: answer.code }) }
}

/** Sends a call as the message of the client's member. */
async function send(
  client: XRoadMember,
  call: XRoadCall,
  request: ProtocolRequest,
  context: ProtocolContext,
): Promise<ProtocolReply> {
  const service = serviceIn(call, context)
  const found = service === null ? null : findService(context.port(packages), service)
  if (service === null || found === null) return failed('exchange.contract-not-found', call.service)
  const body = xroadBody(
    { method: request.method, query: request.url.searchParams, body: request.body },
    found.contract.request,
  )
  if (body === undefined) return failed('exchange.message-malformed', 'body')
  const identified = await context.call(identifyClient, identityOf(client, call, service, request, context))
  if (isRefused(identified) || !('purpose' in identified))
    return failed(isRefused(identified) ? identified.code : 'exchange.client-unknown', client.member)
  const id = request.headers['x-road-id'] ?? context.ids.newUuid()
  const headers = {
    'x-road-client': formatXRoad(client),
    'x-road-service': formatXRoad(call.provider, call.service),
    'x-road-id': id,
    'x-road-request-id': context.correlation,
    'x-road-request-hash': requestHash(request, context.correlation),
  }
  const answer = await context.port(asking).ask({
    id: messageIdOf(id, client.member),
    contract: service,
    consumer: client.member,
    purpose: identified.purpose,
    ground: identified.ground,
    subjects: [],
    case: null,
    body,
  })
  return replyOf(answer, headers)
}

/** The door for information systems that speak X-Road REST. */
export const speakXRoadProtocol = respond(speakXRoad, async (request, context) => {
  const isSubsystem = (member: string, subsystem: string) =>
    findOrganisation(context.port(packages), member)?.member?.systems.some(({ id }) => id === subsystem) === true
  const client = readXRoadClient(request.headers['x-road-client'])
  const call = readXRoadPath(request.url.pathname.slice('/r1/'.length), isSubsystem)
  if (client === null || call === null) return failed('exchange.message-malformed', client === null ? 'client' : 'path')
  return (await tellOf(client, call, request, context)) ?? send(client, call, request, context)
})
