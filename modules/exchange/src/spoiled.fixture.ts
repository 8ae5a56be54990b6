/** Two installations of the exchange, and between them somebody who spoils things. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { rows, sql } from '@tereze/foundation-database'
import { official, system } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { afterAll, beforeEach, expect } from 'vitest'
import { listMessages, listQueue, registerPeer, sendMessage } from './contract/index.ts'
import { type Installation, introduce, keeper, startInstallation } from './installation.fixture.ts'

/** Lets the connection be cut, answers late, or lies. The one behind is a real installation; what it served is counted there. */
export type Spoiler = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void | Promise<void>

/** Who asks, on the one installation. */
export const asker = 'social-protection'
/** Who runs on the installation of the tax agency. */
const taxMembers = ['tax-agency', 'civil-registry']

/** What goes wrong now; null: nothing. */
export const trouble: { spoil: Spoiler | null } = { spoil: null }

/** Passes a request on to an installation, and its answer back. */
export async function passOn(request: IncomingMessage, response: ServerResponse, body: Buffer, behind: Installation) {
  const answer = await fetch(`${behind.origin}${request.url}`, {
    method: request.method ?? 'GET',
    headers: { 'content-type': request.headers['content-type'] ?? '' },
    ...(request.method === 'POST' ? { body: new Uint8Array(body) } : {}),
  })
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
  response.end(Buffer.from(await answer.arrayBuffer()))
}

async function standInTheWay(behind: Installation): Promise<Server> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = Buffer.concat(parts)
    const { spoil } = trouble
    if (spoil !== null && request.url === '/exchange/v1/messages') return void (await spoil(request, response, body))
    await passOn(request, response, body, behind)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

const portOf = (server: Server) => (server.address() as AddressInfo).port

/** Tells an installation where the members of another one are. */
async function register(at: Installation, of: Installation, peer: string, port: number, members: readonly string[]) {
  at.privateHosts.push(`127.0.0.1:${port}`)
  const [anchor] = await of.keys.publicJwks(of.database, 'platform', 'exchange-anchor')
  const origin = `http://127.0.0.1:${port}`
  await at.run(registerPeer, { peer, origin, members: [...members], anchor: { ...anchor } }, keeper)
}

/** The installation of the social protection and the one of the tax agency, each behind somebody who stands in the way. */
export async function spoiledInstallations() {
  const taxes = await startInstallation()
  const social = await startInstallation()
  await introduce(taxes, social, 'social-installation', [asker])
  await introduce(social, taxes, 'tax-installation', ['tax-agency'])
  // Between the publisher of a topic and its subscriber.
  const beforeHealth = await standInTheWay(social)
  await register(taxes, social, 'health-installation', portOf(beforeHealth), ['health'])
  const middle = await standInTheWay(taxes)
  const moveTaxes = (port = portOf(middle)) => register(social, taxes, 'tax-installation', port, taxMembers)
  await moveTaxes()

  beforeEach(() => {
    trouble.spoil = null
  })
  afterAll(async () => {
    for (const server of [middle, beforeHealth]) {
      server.closeAllConnections()
      server.close()
    }
    await taxes.close()
    await social.close()
  })

  let last = 0
  async function send() {
    const message = `01960000-0000-7000-8000-0000000d${String(++last).padStart(4, '0')}`
    await social.run(
      sendMessage,
      {
        organisation: asker,
        message,
        contract: 'tax-agency.income-by-person@1',
        purpose: 'benefit-eligibility',
        ground: 'act:family-benefits/8',
        body: { person: social.mother.id, year: 2025 },
      },
      system({ organisation: asker, roles: ['platform'] }),
    )
    return message
  }
  async function queued(message: string) {
    await social.settle()
    const found = await social.run(listQueue, { organisation: asker }, official({ organisation: asker }))
    if (isRefused(found)) throw new Error(found.code)
    return found.items.find(item => item.message === message)
  }
  async function logged(of: Installation, organisation: string, message: string) {
    const found = await of.run(listMessages, { organisation, message }, official({ organisation }))
    if (isRefused(found)) throw new Error(found.code)
    return found.items.map(({ outcome }) => outcome)
  }
  /** How often the provider itself served a message: each time is an entry of its log; an answer given again is none. */
  async function served(message: string) {
    const found = await rows(
      taxes.database,
      sql`select 1 from exchange.entries where tenant = 'tax-agency' and message = ${message}::uuid`,
    )
    return found.length
  }
  const advance = (minutes: number) => {
    for (const installation of [social, taxes]) installation.clock.advance({ minutes })
  }
  /** The message is answered once the trouble is over, without anybody doing anything; nothing was served twice. */
  async function comesThrough(message: string) {
    trouble.spoil = null
    advance(1)
    expect(await queued(message)).toMatchObject({ state: 'answered', code: null })
    expect(await logged(social, asker, message)).toEqual(['done'])
    expect(await logged(taxes, 'tax-agency', message)).toEqual(['done'])
    expect(await served(message)).toBe(1)
  }
  return { social, taxes, moveTaxes, send, queued, logged, served, advance, comesThrough }
}
