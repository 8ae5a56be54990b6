import { encodeXRoad } from '../rules/xroad-answer.ts'
import type { SecurityServers } from './security-servers.ts'

const patience = 30_000
const largest = 4_194_304

/** A service that an X-Road member offers. */
export interface XRoadService {
  /** Its identifier in parts. */
  readonly service: readonly string[]
  readonly type: string
  readonly endpoints: readonly { readonly method: string; readonly path: string }[]
}

/** Why a security server told nothing: `not-configured`, a problem of the network, or the type of an X-Road error. */
export interface XRoadProblem {
  readonly problem: string
  readonly detail: string
}

/** Who asks about whom, over which security server. */
export interface XRoadInquiry {
  /** The file with the settings of the security server. */
  readonly settings: string
  /** The organisation that asks. */
  readonly as: string
  /** Instance, class, member, subsystem where there is one. */
  readonly provider: readonly string[]
}

async function ask(
  servers: SecurityServers,
  { settings, as, provider }: XRoadInquiry,
  code: string,
  query = '',
): Promise<{ readonly text: string } | XRoadProblem> {
  const server = await servers.find(settings)
  if (server === null) return { problem: 'not-configured', detail: settings }
  const client = server.clientOf(as)
  if (client === null) return { problem: 'not-configured', detail: as }
  const reply = await server.outgoing.send({
    method: 'GET',
    url: `${server.url}/r1/${encodeXRoad([...provider, code])}${query}`,
    headers: { accept: 'application/json', 'x-road-client': encodeXRoad(client) },
    timeout: patience,
    limit: largest,
  })
  if (!reply.ok) return { problem: reply.problem, detail: '' }
  const error = reply.headers['x-road-error']
  if (error !== undefined) return { problem: 'security-server', detail: String(error).slice(0, 200) }
  if (reply.status !== 200) return { problem: 'status', detail: String(reply.status) }
  return { text: reply.body.toString('utf8') }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Reads the list of PR-MREST annex B. */
function readServices(body: string): readonly XRoadService[] | null {
  try {
    const { service } = JSON.parse(body) as { service?: unknown }
    if (!Array.isArray(service)) return null
    return service.map((one: Record<string, unknown>) => ({
      service: [one.xroad_instance, one.member_class, one.member_code, one.subsystem_code, one.service_code]
        .map(text)
        .filter(part => part !== ''),
      type: text(one.service_type),
      endpoints: (Array.isArray(one.endpoint_list) ? one.endpoint_list : []).map((end: Record<string, unknown>) => ({
        method: text(end.method),
        path: text(end.path),
      })),
    }))
  } catch {
    return null
  }
}

/**
 * The services that a member of X-Road offers (`listMethods`), or those of them that the asker may call (`allowedMethods`); PR-MREST 4.
 */
export async function listXRoadServices(
  servers: SecurityServers,
  inquiry: XRoadInquiry,
  allowedOnly: boolean,
): Promise<readonly XRoadService[] | XRoadProblem> {
  const told = await ask(servers, inquiry, allowedOnly ? 'allowedMethods' : 'listMethods')
  if ('problem' in told) return told
  return readServices(told.text) ?? { problem: 'unreadable', detail: 'json' }
}

/** The OpenAPI description of a service as its provider wrote it, JSON or YAML (`getOpenAPI`, PR-MREST 5). */
export function describeXRoadService(
  servers: SecurityServers,
  inquiry: XRoadInquiry,
  service: string,
): Promise<{ readonly text: string } | XRoadProblem> {
  return ask(servers, inquiry, 'getOpenAPI', `?serviceCode=${encodeURIComponent(service)}`)
}
