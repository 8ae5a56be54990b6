import { lookup } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address.ts'

/** A request to another installation. */
export interface OutgoingRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Milliseconds for all of it, name lookup to last byte. */
  readonly timeout: number
  /** Largest answer, bytes. */
  readonly limit: number
}

/** Why there is no answer. `cut`: the connection broke before the answer was whole. */
export type OutgoingProblem = 'address-forbidden' | 'unreachable' | 'timed-out' | 'cut' | 'too-large'

/** What came back, or why nothing did. */
export type OutgoingReply =
  | { readonly ok: true; readonly status: number; readonly headers: http.IncomingHttpHeaders; readonly body: Buffer }
  | { readonly ok: false; readonly problem: OutgoingProblem }

/** Talks to addresses that come from data. Never throws for what happens on the network. */
export interface Outgoing {
  send(request: OutgoingRequest): Promise<OutgoingReply>
}

/** How this side proves itself by TLS, and whom it trusts instead of the usual authorities; all PEM. */
export interface OutgoingTls {
  readonly key?: string
  readonly certificate?: string
  readonly authorities?: string
}

class AddressForbidden extends Error {}

/** Resolves a name and refuses it when any of its addresses is not public: the address that was checked is the one connected to. */
const lookupPublic: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '', 0)
    const first = addresses[0]
    if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address)))
      return done(new AddressForbidden(host), '', 0)
    if (options.all) return done(null, addresses)
    return done(null, first.address, first.family)
  })
}

/**
 * Outgoing calls that cannot be led into our own network (server-side request forgery): https only, public addresses only, checked
 * after the name is resolved; no redirect is followed, no answer is longer or later than asked.
 * @param options.privateHosts `host:port` of installations in the own network, which may also be plain http; set by the operator, never by data.
 * @param options.plain allows plain http to public addresses: for answers that are signed themselves (RFC 6960, A.1; RFC 5280, 4.2.1.13).
 * @param options.tls for servers that want a certificate of this side, or have one of an authority of their own.
 */
export function createOutgoing(options: {
  privateHosts: readonly string[]
  tls?: OutgoingTls
  plain?: boolean
}): Outgoing {
  const { key, certificate, authorities } = options.tls ?? {}
  const agents = {
    http: new http.Agent({ keepAlive: true }),
    https: new https.Agent({
      keepAlive: true,
      ...(key === undefined ? {} : { key }),
      ...(certificate === undefined ? {} : { cert: certificate }),
      ...(authorities === undefined ? {} : { ca: authorities }),
    }),
  }
  return {
    send(request) {
      const url = URL.canParse(request.url) ? new URL(request.url) : null
      const own = url !== null && options.privateHosts.includes(hostOf(url))
      const literal = url?.hostname.replace(/^\[|\]$/g, '') ?? ''
      const forbidden =
        url === null ||
        url.username !== '' ||
        !(url.protocol === 'https:' || ((own || options.plain === true) && url.protocol === 'http:')) ||
        (!own && isIP(literal) !== 0 && !isPublicAddress(literal))
      if (forbidden) return Promise.resolve({ ok: false, problem: 'address-forbidden' })
      return exchange(url, request, url.protocol === 'https:' ? agents.https : agents.http, own)
    },
  }
}

/**
 * The line to one outside system that the operator named by its address: to it alone, wherever it stands.
 * @param address http or https; plain http is the operator's choice for a system in the own network.
 */
export function createOutgoingTo(address: string): Outgoing {
  const url = new URL(address)
  const outgoing = createOutgoing({ privateHosts: [hostOf(url)] })
  return {
    async send(request) {
      const there = URL.canParse(request.url) && new URL(request.url).origin === url.origin
      return there ? outgoing.send(request) : { ok: false, problem: 'address-forbidden' }
    },
  }
}

function hostOf(url: URL): string {
  return `${url.hostname}:${url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port}`
}

function exchange(url: URL, wanted: OutgoingRequest, agent: http.Agent, own: boolean): Promise<OutgoingReply> {
  return new Promise(resolve => {
    const signal = AbortSignal.timeout(wanted.timeout)
    let begun = false
    const failed = (error: Error) => {
      if (error instanceof AddressForbidden) resolve({ ok: false, problem: 'address-forbidden' })
      else if (signal.aborted) resolve({ ok: false, problem: 'timed-out' })
      else resolve({ ok: false, problem: begun ? 'cut' : 'unreachable' })
    }
    const send = url.protocol === 'https:' ? https.request : http.request
    const request = send(
      url,
      { method: wanted.method, headers: wanted.headers ?? {}, agent, signal, ...(own ? {} : { lookup: lookupPublic }) },
      response => {
        begun = true
        const parts: Buffer[] = []
        let length = 0
        response.on('error', failed)
        response.on('data', (part: Buffer) => {
          length += part.length
          if (length > wanted.limit) {
            resolve({ ok: false, problem: 'too-large' })
            request.destroy()
          } else parts.push(part)
        })
        response.on('close', () => {
          if (!response.complete) failed(new Error('the connection was cut'))
        })
        response.on('end', () => {
          if (response.complete)
            resolve({
              ok: true,
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(parts),
            })
        })
      },
    )
    request.on('error', failed)
    request.end(wanted.body)
  })
}
