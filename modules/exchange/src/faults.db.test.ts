import { rows, sql } from '@tereze/foundation-database'
import { newSigningPair, signerOf } from '@tereze/foundation-keys'
import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listMessages, listQueue, replayMessage } from './contract/index.ts'
import { cuttingWire } from './cutting-wire.fixture.ts'
import type { Installation } from './installation.fixture.ts'
import { messageType, replyType } from './rules/read-message.ts'
import { asker, passOn, spoiledInstallations, trouble } from './spoiled.fixture.ts'
import { onTopics } from './topics-platform.fixture.ts'

const { social, taxes, moveTaxes, send, queued, logged, served, advance, comesThrough } = await spoiledInstallations()
const stranger = await newSigningPair()

describe('a provider', () => {
  it('that is dead loses nothing', async () => {
    trouble.spoil = (_request, response) => void response.destroy()
    const message = await send()
    expect(await queued(message)).toMatchObject({
      state: 'waiting',
      code: 'exchange.provider-unavailable',
      attempts: 1,
    })
    expect(await logged(social, asker, message)).toEqual(['exchange.provider-unavailable'])
    await comesThrough(message)
  })

  it('that fails loses nothing', async () => {
    trouble.spoil = (_request, response) => void response.writeHead(502).end('<html>bad gateway</html>')
    const message = await send()
    expect(await queued(message)).toMatchObject({ state: 'waiting', code: 'exchange.provider-unavailable' })
    await comesThrough(message)
  })

  it('whose answer was cut off served the message once, and answers the same again', async () => {
    trouble.spoil = async (request, response, body) => {
      await fetch(`${taxes.origin}${request.url}`, { method: 'POST', body: new Uint8Array(body) })
      response.writeHead(200, { 'content-length': '5000' })
      response.write('eyJhbGciOi')
      setTimeout(() => response.destroy(), 20)
    }
    const message = await send()
    expect(await queued(message)).toMatchObject({ state: 'waiting', code: 'exchange.provider-unavailable' })
    expect(await logged(taxes, 'tax-agency', message)).toEqual(['done'])
    await comesThrough(message)
  })

  it.each<[string, string, (reply: Record<string, unknown>) => Record<string, unknown>]>([
    ['the answer to another message', 'exchange.reply-wrong', reply => ({ ...reply, inReplyTo: reply.id })],
    ['an answer to somebody else', 'exchange.reply-wrong', reply => ({ ...reply, consumer: 'health' })],
    ['an answer in the name of another', 'exchange.reply-wrong', reply => ({ ...reply, provider: 'health' })],
    ['an answer that breaks the contract', 'exchange.reply-wrong', reply => ({ ...reply, body: { person: 'nobody' } })],
    ['an answer without its parts', 'exchange.reply-wrong', () => ({ body: {} })],
  ])('that lies with %s is found out, and what it sent is kept', async (_, code, lie) => {
    const signer = await taxes.database.transaction('tax-agency', tx => taxes.keys.signer(tx, 'exchange'))
    trouble.spoil = async (request, response, body) => {
      const answer = await fetch(`${taxes.origin}${request.url}`, { method: 'POST', body: new Uint8Array(body) })
      const [, payload = ''] = (await answer.text()).split('.')
      const reply = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>
      response.end(await signer.sign(JSON.stringify(lie(reply)), replyType))
    }
    const message = await send()
    expect(await queued(message)).toMatchObject({ state: 'dead', code })
    expect(await logged(social, asker, message)).toEqual([code])
    const kept = await rows(
      social.database,
      sql<{
        reply: Buffer | null
      }>`select reply from exchange.messages where id = ${message}::uuid and tenant = ${asker}`,
    )
    expect(kept[0]?.reply).not.toBeNull()
    trouble.spoil = null
    await social.run(replayMessage, { organisation: asker, message }, official({ organisation: asker }))
    await comesThrough(message)
  })

  it('that signs with a key nobody certified is not believed', async () => {
    const signer = await signerOf(stranger.privateJwk)
    trouble.spoil = async (_request, response) => void response.end(await signer.sign('{}', replyType))
    const message = await send()
    expect(await queued(message)).toMatchObject({ state: 'dead', code: 'exchange.signature-invalid' })
  })

  it('that answers with a page is not believed', async () => {
    trouble.spoil = (_request, response) => void response.end('<html>welcome</html>')
    const message = await send()
    expect(await queued(message)).toMatchObject({ state: 'dead', code: 'exchange.reply-wrong' })
  })

  it('that replays an old answer to a new question is found out', async () => {
    const before = await send()
    let old = ''
    trouble.spoil = async (request, response, body) => {
      const answer = await fetch(`${taxes.origin}${request.url}`, { method: 'POST', body: new Uint8Array(body) })
      old = await answer.text()
      response.end(old)
    }
    expect(await queued(before)).toMatchObject({ state: 'answered' })
    trouble.spoil = (_request, response) => void response.end(old)
    expect(await queued(await send())).toMatchObject({ state: 'dead', code: 'exchange.reply-wrong' })
  })
})

it('a database that drops every connection in the middle of a message loses nothing', async () => {
  const operator = new Client({ connectionString: social.database.url })
  await operator.connect()
  trouble.spoil = async (request, response, body) => {
    await operator.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await passOn(request, response, body, taxes)
  }
  const message = await send()
  // Whatever was under way may fail here; what matters is what is left.
  await Promise.allSettled([social.settle()])
  await operator.end()
  expect(await logged(taxes, 'tax-agency', message)).toEqual(['done'])
  advance(3)
  await comesThrough(message)
})

it('a provider that is slow is waited for no longer than its term; what it did meanwhile is done once', async () => {
  const contract = social.packages.get('contract', 'tax-agency.income-by-person').json.get('contract.json') ?? {}
  const { term } = contract
  Object.assign(contract, { term: { answer: 'PT1S', queue: 'P5D' } })
  const late: (() => void)[] = []
  trouble.spoil = async (request, response, body) => {
    const answer = await fetch(`${taxes.origin}${request.url}`, { method: 'POST', body: new Uint8Array(body) })
    const reply = Buffer.from(await answer.arrayBuffer())
    late.push(() => response.end(reply))
  }
  const message = await send()
  expect(await queued(message)).toMatchObject({ state: 'waiting', code: 'exchange.provider-unavailable', attempts: 1 })
  expect(await logged(social, asker, message)).toEqual(['exchange.provider-unavailable'])
  expect(await served(message)).toBe(1)
  for (const answer of late) answer()
  Object.assign(contract, { term })
  await comesThrough(message)
})

describe('a network that is cut in the middle of a message', () => {
  let wire: Awaited<ReturnType<typeof cuttingWire>>
  beforeAll(async () => {
    wire = await cuttingWire(Number(taxes.host.split(':')[1]))
    await moveTaxes(wire.port)
    advance(1)
    // The keys of the new place are fetched before anything is cut.
    expect(await queued(await send())).toMatchObject({ state: 'answered' })
  })
  afterAll(async () => {
    wire.close()
    await moveTaxes()
    advance(1)
  })

  it.each([
    ['question', 0],
    ['question', 300],
    ['answer', 0],
    ['answer', 300],
  ] as const)('in the %s after %i bytes: told, tried anew, served once', async (side, after) => {
    const message = await send()
    const before = wire.cut.count
    wire.cut.next = { side, after }
    expect(await queued(message)).toMatchObject({
      state: 'waiting',
      code: 'exchange.provider-unavailable',
      attempts: 1,
    })
    expect(wire.cut.count).toBe(before + 1)
    expect(await served(message)).toBe(side === 'question' ? 0 : 1)
    expect(await logged(social, asker, message)).toEqual(['exchange.provider-unavailable'])
    await comesThrough(message)
  })
})

describe('a subscriber on another installation', () => {
  const publisher = () => onTopics(taxes)
  const health = () => onTopics(social)
  const one = async () => (await publisher().topic()).subscribers[0]
  let births: ReturnType<typeof onTopics>

  beforeAll(async () => {
    births = publisher()
    await health().subscribe()
    expect(await health().followed()).toMatchObject([{ state: 'active' }])
  })
  const versions = async (record: string) =>
    (await health().told()).filter(({ key }) => key === record).map(({ version }) => version)

  it('that is dead is told everything when it is back, in order', async () => {
    trouble.spoil = (_request, response) => void response.destroy()
    const record = await births.bear()
    await taxes.settle()
    await births.move(record, 'south')
    expect(await one()).toMatchObject({ lag: 2, waiting: 2, trouble: 'exchange.provider-unavailable' })
    trouble.spoil = null
    advance(2)
    expect(await one()).toMatchObject({ lag: 0, trouble: null })
    expect(await versions(record)).toEqual([1, 2])
  })

  it('that was cut off after it took a message is told it again, and keeps it once', async () => {
    trouble.spoil = async (request, response, body) => {
      await fetch(`${social.origin}${request.url}`, { method: 'POST', body: new Uint8Array(body) })
      response.writeHead(200, { 'content-length': '5000' })
      response.write('eyJhbGciOi')
      setTimeout(() => response.destroy(), 20)
    }
    const record = await births.bear()
    expect(await one()).toMatchObject({ lag: 1, trouble: 'exchange.provider-unavailable' })
    expect(await versions(record)).toEqual([1])
    trouble.spoil = null
    advance(2)
    expect(await one()).toMatchObject({ lag: 0, trouble: null })
    expect(await versions(record)).toEqual([1])
  })

  it('that lies is found out; what it is told waits for somebody to look, and goes on after that', async () => {
    const signer = await social.database.transaction('health', tx => social.keys.signer(tx, 'exchange'))
    trouble.spoil = async (_request, response) =>
      void response.end(await signer.sign('{"body":{"accepted":true}}', replyType))
    const record = await births.bear()
    await taxes.settle()
    await births.move(record, 'south')
    expect(await one()).toMatchObject({ lag: 2, waiting: 1, dead: 1, trouble: 'exchange.reply-wrong' })
    trouble.spoil = null
    advance(2)
    expect(await versions(record)).toEqual([])
    const keeps = official({ organisation: 'civil-registry' })
    const dead = await taxes.run(listQueue, { organisation: 'civil-registry', state: 'dead' }, keeps)
    if (isRefused(dead)) throw new Error(dead.code)
    for (const { message } of dead.items)
      await taxes.run(replayMessage, { organisation: 'civil-registry', message }, keeps)
    expect(await one()).toMatchObject({ lag: 0, dead: 0 })
    expect(await versions(record)).toEqual([1, 2])
  })

  it('is told nothing in the name of another, and nothing that it did not ask for', async () => {
    const told = {
      contract: 'civil-registry.birth-changes@1',
      consumer: 'civil-registry',
      system: 'platform',
      provider: 'health',
      purpose: 'clinic-attachment',
      body: { stopped: 'exchange.access-ended' },
    }
    const forged = await social.member.sign(told)
    const answer = await fetch(`${social.origin}/exchange/v1/messages`, { method: 'POST', body: forged })
    expect([answer.status, (await answer.json()).code]).toEqual([401, 'exchange.signature-invalid'])
    const signer = await taxes.database.transaction('civil-registry', tx => taxes.keys.signer(tx, 'exchange'))
    const unasked = { ...told, id: crypto.randomUUID(), purpose: 'curiosity', time: social.clock.now().toISOString() }
    const sent = await signer.sign(JSON.stringify(unasked), messageType)
    const refused = await fetch(`${social.origin}/exchange/v1/messages`, { method: 'POST', body: sent })
    expect([refused.status, (await refused.json()).code]).toEqual([403, 'exchange.not-subscribed'])
    expect(await health().followed()).toMatchObject([{ state: 'active' }])
  })

  it('whose publisher loses its database in the middle of a message loses nothing', async () => {
    const operator = new Client({ connectionString: taxes.database.url })
    await operator.connect()
    const record = await births.bear()
    trouble.spoil = async (request, response, body) => {
      await operator.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      )
      await passOn(request, response, body, social)
    }
    await Promise.allSettled([taxes.settle()])
    await operator.end()
    trouble.spoil = null
    advance(2)
    advance(2)
    expect(await one()).toMatchObject({ lag: 0 })
    expect(await versions(record)).toEqual([1])
  })
})

describe('somebody in between', () => {
  it('who sends a member’s message twice gets the same reply, and nothing is served twice', async () => {
    let caught: Uint8Array<ArrayBuffer> = new Uint8Array()
    trouble.spoil = async (request, response, body) => {
      caught = new Uint8Array(body)
      await passOn(request, response, body, taxes)
    }
    const message = await send()
    expect(await queued(message)).toMatchObject({ state: 'answered' })
    const again = await fetch(`${taxes.origin}/exchange/v1/messages`, { method: 'POST', body: caught })
    expect(again.status).toBe(200)
    expect(await logged(taxes, 'tax-agency', message)).toEqual(['done'])
    expect(await served(message)).toBe(1)
  })
})

it('nothing was lost, nothing came twice: both logs tell the same of every message that was answered', async () => {
  const answered = async (of: Installation, organisation: string) => {
    const found = await of.run(listMessages, { organisation, outcome: 'done', limit: 200 }, official({ organisation }))
    if (isRefused(found)) throw new Error(found.code)
    return found.items.map(({ message }) => message).sort()
  }
  const here = await answered(social, asker)
  expect(new Set(here).size).toBe(here.length)
  expect(await answered(taxes, 'tax-agency')).toEqual(expect.arrayContaining(here))
})
