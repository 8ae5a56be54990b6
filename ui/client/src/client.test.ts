import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { operation, refusal } from '@tereze/operation'
import { Type } from 'typebox'
import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest'
import { type ClientOptions, createClient, isProblem, mayRetry } from './index.ts'

const getThing = operation({
  name: 'things.get-thing',
  does: 'Gives a thing.',
  kind: 'query',
  input: Type.Object({ thing: Type.String() }),
  output: Type.Object({ size: Type.Integer() }),
  permission: 'things.thing.read',
  refusals: [refusal('things.thing-not-found', 'not-found')],
})
const addThing = operation({
  name: 'things.add-thing',
  does: 'Adds a thing.',
  input: Type.Object({ thing: Type.String() }),
  output: Type.Object({ thing: Type.String() }),
  permission: 'things.thing.write',
})

interface Seen {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: unknown
}
type Answer = (response: ServerResponse, seen: Seen) => void

let server: Server
let seen: Seen[]
let answers: Answer[]

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  response => {
    const type = status < 400 ? 'application/json' : 'application/problem+json'
    response.writeHead(status, { 'content-type': type, ...headers }).end(JSON.stringify(body))
  }
const hangUp: Answer = response => void response.socket?.destroy()
const silence: Answer = () => undefined

function clientOf(options: Partial<ClientOptions> = {}) {
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  return createClient({ origin, formToken: 'token', language: 'kk', pauses: [1, 1], ...options })
}

beforeEach(async () => {
  seen = []
  answers = []
  server = createServer((request, response) => {
    let text = ''
    request.on('data', part => {
      text += part
    })
    request.on('end', () => {
      const one = { path: request.url ?? '', headers: request.headers, body: JSON.parse(text) }
      seen.push(one)
      const answer = answers.length > 1 ? answers.shift() : answers[0]
      answer?.(response, one)
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise(done => server.close(done))
})

describe('a call', () => {
  it('goes to the operation’s address with language and form token, and gives the output', async () => {
    answers = [json(200, { size: 3 })]
    const reply = await clientOf().call(getThing, { thing: 'a' })
    expect(reply).toEqual({ size: 3 })
    expect(seen[0]).toMatchObject({ path: '/v1/things/get-thing', body: { thing: 'a' } })
    expect(seen[0]?.headers).toMatchObject({ 'accept-language': 'kk', 'x-tereze-form': 'token' })
    expect(seen[0]?.headers['idempotency-key']).toBeUndefined()
    if (!isProblem(reply)) expectTypeOf(reply).toEqualTypeOf<{ size: number }>()
  })

  it('names the signature of what is wanted, and is another call than the one without it', async () => {
    answers = [json(200, { thing: 'a' })]
    const client = clientOf()
    await Promise.all([
      client.call(addThing, { thing: 'a' }),
      client.call(addThing, { thing: 'a' }, { signature: 'statement_1', idempotencyKey: 'statement_1' }),
    ])
    const sent = seen.map(({ headers }) => [headers['x-tereze-signature'], headers['idempotency-key']])
    expect(sent).toHaveLength(2)
    expect(sent).toContainEqual(['statement_1', 'statement_1'])
    expect(sent).toContainEqual([undefined, expect.not.stringContaining('statement')])
  })

  it('names the visit in which somebody is called for, and is another call than the one without it', async () => {
    answers = [json(200, { size: 1 })]
    const client = clientOf()
    await Promise.all([
      client.call(getThing, { thing: 'a' }),
      client.call(getThing, { thing: 'a' }, { visit: 'visit_1' }),
    ])
    expect(seen.map(({ headers }) => headers['tereze-visit']).sort()).toEqual(['visit_1', undefined])
  })

  it('reads token and language at the moment of the call', async () => {
    answers = [json(200, { size: 1 })]
    let token: string | null = null
    const client = clientOf({ formToken: () => token })
    await client.call(getThing, { thing: 'a' })
    token = 'later'
    await client.call(getThing, { thing: 'a' })
    expect(seen.map(one => one.headers['x-tereze-form'])).toEqual([undefined, 'later'])
  })

  it('gives a refusal with its words and wrong fields', async () => {
    answers = [
      json(404, {
        type: 'urn:x',
        status: 404,
        code: 'things.thing-not-found',
        title: 'Мұндай зат жоқ',
        pointer: '/thing',
        params: { thing: 'a' },
        also: [{ pointer: '/thing', code: 'pattern', title: 'Қате' }, 'broken'],
        remedy: null,
        requestId: 'r1',
      }),
    ]
    const reply = await clientOf().call(getThing, { thing: 'a' })
    expect(isProblem(reply) && reply.kind === 'refused' && reply).toMatchObject({
      status: 404,
      code: 'things.thing-not-found',
      title: 'Мұндай зат жоқ',
      pointer: '/thing',
      also: [{ pointer: '/thing', code: 'pattern', title: 'Қате' }],
      requestId: 'r1',
    })
    expect(seen).toHaveLength(1)
  })

  it('tells an ended session apart', async () => {
    answers = [json(401, { code: 'identity.session-expired', title: 'Sign in again' })]
    const reply = await clientOf().call(getThing, { thing: 'a' })
    expect(isProblem(reply) && reply.kind).toBe('signed-out')
  })

  it('does not take another’s page for an answer', async () => {
    answers = [response => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Log in to Wi-Fi')]
    const reply = await clientOf().call(getThing, { thing: 'a' })
    expect(isProblem(reply) && reply).toMatchObject({ kind: 'unreadable', status: 200 })
    expect(seen).toHaveLength(1)
  })

  it('does not take broken JSON for an answer', async () => {
    answers = [response => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"size":')]
    expect(await clientOf().call(getThing, { thing: 'a' })).toMatchObject({ kind: 'unreadable' })
  })
})

describe('lost answers', () => {
  it('are asked for again, a command under the same key', async () => {
    answers = [hangUp, json(503, {}), json(200, { thing: 'a' })]
    expect(await clientOf().call(addThing, { thing: 'a' })).toEqual({ thing: 'a' })
    const keys = seen.map(one => one.headers['idempotency-key'])
    expect(keys).toHaveLength(3)
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
    expect(new Set(keys).size).toBe(1)
  })

  it('end as unreachable after the last attempt, and the person’s own retry keeps the key', async () => {
    answers = [hangUp]
    const client = clientOf()
    const reply = await client.call(addThing, { thing: 'a' })
    expect(isProblem(reply) && reply.kind).toBe('unreachable')
    expect(isProblem(reply) && mayRetry(reply)).toBe(true)
    answers = [json(200, { thing: 'a' })]
    await client.call(addThing, { thing: 'a' })
    expect(seen).toHaveLength(4)
    expect(new Set(seen.map(one => one.headers['idempotency-key'])).size).toBe(1)
    await client.call(addThing, { thing: 'a' })
    expect(seen[4]?.headers['idempotency-key']).not.toBe(seen[3]?.headers['idempotency-key'])
  })

  it('end as timed out when nothing comes', async () => {
    answers = [silence]
    const reply = await clientOf({ timeout: 30, pauses: [] }).call(addThing, { thing: 'a' })
    expect(isProblem(reply) && reply).toMatchObject({ kind: 'timed-out', after: 30 })
  })

  it('are not a platform that nobody listens for', async () => {
    const reply = await createClient({
      origin: 'http://127.0.0.1:1',
      formToken: null,
      language: 'en',
      pauses: [],
    }).call(getThing, { thing: 'a' })
    expect(isProblem(reply) && reply.kind).toBe('unreachable')
  })
})

describe('refusals that pass', () => {
  const busy = { code: 'operations.rate-exceeded', title: 'Too many' }

  it('are waited out when the platform says how long', async () => {
    answers = [json(429, busy, { 'retry-after': '0' }), json(200, { size: 1 })]
    expect(await clientOf().call(getThing, { thing: 'a' })).toEqual({ size: 1 })
  })

  it('are told when the wait is long', async () => {
    answers = [json(429, busy, { 'retry-after': '60' })]
    expect(await clientOf().call(getThing, { thing: 'a' })).toMatchObject({ kind: 'refused', status: 429 })
    expect(seen).toHaveLength(1)
  })
})

describe('equal calls at once', () => {
  it('are one request, a double click on a command too', async () => {
    answers = [json(200, { thing: 'a' })]
    const client = clientOf()
    await Promise.all([client.call(addThing, { thing: 'a' }), client.call(addThing, { thing: 'a' })])
    expect(seen).toHaveLength(1)
    await Promise.all([client.call(addThing, { thing: 'a' }), client.call(addThing, { thing: 'b' })])
    expect(seen).toHaveLength(3)
  })

  it('go on for the one who still waits', async () => {
    answers = [response => void setTimeout(() => json(200, { size: 7 })(response, seen[0] as Seen), 40)]
    const client = clientOf()
    const leaving = new AbortController()
    const gone = client.call(getThing, { thing: 'a' }, { signal: leaving.signal })
    const stays = client.call(getThing, { thing: 'a' })
    leaving.abort(new Error('left'))
    await expect(gone).rejects.toThrow('left')
    expect(await stays).toEqual({ size: 7 })
    expect(seen).toHaveLength(1)
  })

  it('are dropped when nobody waits, and begun anew for the next', async () => {
    answers = [silence]
    const client = clientOf()
    const leaving = new AbortController()
    const gone = client.call(getThing, { thing: 'a' }, { signal: leaving.signal })
    while (seen.length === 0) await new Promise(done => setTimeout(done, 5))
    leaving.abort(new Error('left'))
    await expect(gone).rejects.toThrow('left')
    answers = [json(200, { size: 1 })]
    expect(await client.call(getThing, { thing: 'a' })).toEqual({ size: 1 })
    expect(seen).toHaveLength(2)
  })
})
