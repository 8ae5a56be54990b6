import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bytesOf } from './smev3.ts'

/** What an asking organisation put to a person. */
export interface AskedConsent {
  readonly id: string
  readonly person: string
  readonly consumer: string
  readonly contract: string
  readonly purpose: string
  readonly token: string
}

/** A consent service as those who ask see it: a question is asked once, and its state is told as often as one asks. */
export interface ConsentSimulator {
  readonly url: string
  readonly host: string
  /** Every question once, in order. */
  readonly asked: readonly AskedConsent[]
  /** How often a question was put or looked after. */
  readonly calls: () => number
  /** What the person says. */
  answer(id: string, state: 'granted' | 'refused', more?: { readonly until?: string }): void
  /** The next answer is broken in this way. */
  breaks(how: 'status' | 'nonsense' | 'cut'): void
  close(): Promise<void>
}

/** Starts a consent service. */
export async function startConsentService(): Promise<ConsentSimulator> {
  const questions = new Map<string, AskedConsent>()
  const said = new Map<string, { state: 'granted' | 'refused'; reference: string; until?: string }>()
  let calls = 0
  let broken: 'status' | 'nonsense' | 'cut' | null = null
  const server = createServer(async (request, response) => {
    calls += 1
    const body = JSON.parse((await bytesOf(request)).toString()) as Omit<AskedConsent, 'token'>
    const token = String(request.headers.authorization ?? '').replace('Bearer ', '')
    if (request.url !== '/v1/consents' || request.method !== 'POST') return void response.writeHead(404).end()
    if (!questions.has(body.id)) questions.set(body.id, { ...body, token })
    const how = broken
    broken = null
    if (how === 'cut') return void response.destroy()
    if (how === 'status') return void response.writeHead(503).end()
    if (how === 'nonsense') return void response.writeHead(200).end('{"state":"granted"}')
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(said.get(body.id) ?? { state: 'asked' }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `http://${host}/v1`,
    host,
    get asked() {
      return [...questions.values()]
    },
    calls: () => calls,
    answer(id, state, { until } = {}) {
      said.set(id, { state, reference: `C-${said.size + 1}`, ...(until === undefined ? {} : { until }) })
    },
    breaks(how) {
      broken = how
    },
    async close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
