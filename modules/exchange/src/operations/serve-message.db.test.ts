import { rows, sql } from '@tereze/foundation-database'
import { costOf } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { findRecords } from '@tereze/registers/contract'
import { describe, expect, it } from 'vitest'
import { entryOf } from '../../../registers/src/entry-of.fixture.ts'
import type { ExchangeReply } from '../contract/index.ts'
import { exchangePlatform, notification, ward, wardSystem } from '../exchange-platform.fixture.ts'
import { replyType } from '../rules/read-message.ts'

const platform = await exchangePlatform()
const { member, mother, serve } = platform
const registry = { kind: 'system' as const, id: 'system:t', organisation: 'civil-registry', roles: ['platform'] }

async function births(notificationId: string) {
  const found = await platform.run(
    findRecords,
    {
      organisation: 'civil-registry',
      register: 'births',
      where: { notification: notificationId },
      ...entryOf('births', 'search'),
    },
    { ...registry, language: 'en', clients: [] },
  )
  if (isRefused(found)) throw new Error(found.code)
  return found.items
}
async function count() {
  const [row] = await rows(
    platform.database,
    sql<{
      records: number
      messages: number
    }>`select (select count(*) from registers.records where register = 'births') as records,
      (select count(*) from exchange.messages) as messages`,
  )
  return row
}
async function replyOf(served: object): Promise<ExchangeReply> {
  if (!('reply' in served)) throw new Error(JSON.stringify(served))
  const payload = await platform.keys.verify(platform.database, 'civil-registry', String(served.reply), replyType)
  if (payload === null) throw new Error('the reply is not signed by its provider')
  return JSON.parse(payload) as ExchangeReply
}

describe('serve-message', () => {
  it('writes the record, signs the receipt, logs, tells and is audited', async () => {
    const id = '01960000-0000-7000-8000-00000000aaaa'
    const body = notification('W-1', mother.identifier)
    const reply = await replyOf(await serve(await member.sign({ id, body })))
    expect(reply).toMatchObject({ inReplyTo: id, provider: 'civil-registry', consumer: ward, body: { accepted: true } })
    expect(await births('W-1')).toMatchObject([
      {
        data: { status: 'pending', mother: mother.id, ward, child: { born: '2026-03-01' } },
        source: { kind: 'exchange', reference: id, organisation: ward },
      },
    ])
    expect(platform.audited.find(line => line.operation === 'exchange.serve-message')).toMatchObject({
      tenant: 'civil-registry',
      subjects: [mother.id],
      fields: expect.arrayContaining([`consumer:${ward}`, 'purpose:birth-registration']),
      outcome: 'done',
    })
    await platform.settle()
    expect(await platform.listEvents('exchange.message-received')).toMatchObject([
      { subject: id, data: { message: id, consumer: ward }, ground: 'act:civil-registration/12.1' },
    ])
  })

  it('asks PostgreSQL for no more than it did', async () => {
    const messageOf = (index: number) =>
      member.sign({
        id: `01960000-0000-7000-8000-0000000cc00${index}`,
        body: notification(`C-${index}`, mother.identifier),
      })
    await serve(await messageOf(1))
    const message = await messageOf(2)
    const cost = await costOf(platform.database, async () => expect(await serve(message)).toHaveProperty('reply'))
    expect(cost).toEqual({ statements: 12, packets: 7 })
  })

  describe('refuses, and keeps nothing,', () => {
    const later = (minutes: number) => new Date(platform.clock.now().getTime() + minutes * 60_000).toISOString()
    const wrong = { ...notification('W-2', mother.identifier), region: 'west' }
    const unborn = notification('W-2', mother.identifier)
    unborn.child = { sex: 'male', bornAt: '2026-03-05T10:00:00+05:00' }
    const born = (bornAt: string) => ({ ...notification('W-2', mother.identifier), child: { sex: 'male', bornAt } })

    it.each<[string, () => Promise<string>, string, string?]>([
      ['no signed message', async () => 'hello', 'signature-invalid'],
      ['a message in its reply’s type', () => member.sign({}, replyType), 'signature-invalid'],
      ['a changed payload', async () => changed(await member.sign()), 'signature-invalid'],
      ['a key that nobody registered', async () => (await platform.newSystem()).sign(), 'signature-invalid'],
      ['the key of another member', () => member.sign({ consumer: 'maternity-ward-south' }), 'signature-invalid'],
      ['the key of another system', () => member.sign({ system: 'laboratory' }), 'signature-invalid'],
      ['a payload of another shape', () => member.sign({ id: 'one' }), 'message-malformed'],
      ['a message to another provider', () => member.sign({ provider: 'health' }), 'message-malformed'],
      [
        'an unknown contract',
        () => member.sign({ contract: 'civil-registry.weather@1' }),
        'contract-not-found',
        '/contract',
      ],
      [
        'an unknown version',
        () => member.sign({ contract: 'civil-registry.birth-notification@2' }),
        'contract-not-found',
      ],
      [
        'the contract of another provider',
        () => member.sign({ contract: 'tax-agency.income-by-person@1' }),
        'contract-not-found',
      ],
      [
        'a contract that is not granted',
        () => member.sign({ contract: 'civil-registry.person@1' }),
        'access-not-granted',
      ],
      ['another purpose', () => member.sign({ purpose: 'curiosity' }), 'access-not-granted'],
      ['an old message', () => member.sign({ time: later(-16) }), 'message-stale', '/time'],
      ['a message of the future', () => member.sign({ time: later(16) }), 'message-stale', '/time'],
      ['a body that does not fit', () => member.sign({ body: wrong }), 'body-invalid', '/body/region'],
      ['no body at all', () => member.sign({ body: null }), 'body-invalid', '/body'],
      [
        'an unknown mother',
        () => member.sign({ body: notification('W-2', 'DM-9999-9999-9') }),
        'message-refused',
        '/body/mother',
      ],
      ['a birth to come', () => member.sign({ body: unborn }), 'message-refused', '/body/child/bornAt'],
      [
        'a birth of more than 30 days ago',
        () => member.sign({ body: born('2026-01-30T08:00:00+05:00') }),
        'message-refused',
        '/body/child/bornAt',
      ],
      ['a birth of 1950', () => member.sign({ body: born('1950-03-01T08:00:00+05:00') }), 'message-refused'],
      [
        'a region where the ward is not',
        () => member.sign({ body: { ...notification('W-2', mother.identifier), region: 'south' } }),
        'message-refused',
        '/body/region',
      ],
    ])('%s', async (_, message, code, pointer = '') => {
      const before = await count()
      const refused = await serve(await message())
      expect(refused).toMatchObject({ code: `exchange.${code}` })
      if (pointer !== '') expect(refused).toMatchObject({ pointer })
      expect(await count()).toEqual(before)
      expect(platform.audited.at(-1)).toMatchObject({ outcome: `exchange.${code}` })
    })

    it('a mother who was a child herself', async () => {
      const girl = {
        name: { family: 'Altynova', given: 'Dana' },
        born: '2017-05-04',
        sex: 'female',
        citizenship: 'XD',
        documents: [],
        language: 'kk',
        identifier: 'DM-2345-6789-C',
      }
      await platform.add('civil-registry', 'people', girl)
      const served = await serve(await member.sign({ body: notification('W-2', girl.identifier) }))
      expect(served).toMatchObject({
        also: [{ pointer: '/body/mother', code: 'contract.civil-registry.birth-notification.mother-too-young' }],
      })
    })

    it('the words of the contract for a condition that does not hold', async () => {
      const served = await serve(await member.sign({ body: notification('W-2', 'DM-9999-9999-9') }))
      expect(served).toMatchObject({
        params: { reason: 'mother-unknown' },
        also: [{ pointer: '/body/mother', code: 'contract.civil-registry.birth-notification.mother-unknown' }],
      })
    })
  })

  it('takes the key of a system only for that system', async () => {
    const laboratory = await platform.newSystem()
    await platform.register(ward, 'laboratory', laboratory.publicJwk)
    expect(await serve(await laboratory.sign())).toMatchObject({ code: 'exchange.signature-invalid' })
    expect(await serve(await laboratory.sign({ system: 'laboratory' }))).toMatchObject({
      code: 'exchange.access-not-granted',
    })
  })

  describe('a message that comes again', () => {
    it('gets the same reply, byte for byte, also much later, and does nothing twice', async () => {
      const message = await member.sign({ body: notification('R-1', mother.identifier) })
      const first = await serve(message)
      platform.clock.advance({ hours: 3 })
      const before = await count()
      expect(await serve(message)).toEqual(first)
      expect(await count()).toEqual(before)
      expect(await births('R-1')).toHaveLength(1)
    })

    it('signed anew under its number gets the same reply', async () => {
      const id = '01960000-0000-7000-8000-00000000bbbb'
      const body = notification('R-2', mother.identifier)
      const first = await serve(await member.sign({ id, body }))
      platform.clock.advance({ minutes: 1 })
      expect(await serve(await member.sign({ id, body }))).toEqual(first)
    })

    it('with other content under its number is refused', async () => {
      const id = '01960000-0000-7000-8000-00000000cccc'
      await replyOf(await serve(await member.sign({ id, body: notification('R-3', mother.identifier) })))
      expect(await serve(await member.sign({ id, body: notification('R-4', mother.identifier) }))).toMatchObject({
        code: 'exchange.message-id-reused',
        pointer: '/id',
      })
      expect(await births('R-4')).toEqual([])
    })

    it('under the number of another member’s message is refused and learns nothing', async () => {
      const south = await platform.newSystem()
      await platform.register('maternity-ward-south', wardSystem, south.publicJwk)
      const id = '01960000-0000-7000-8000-00000000dddd'
      const body = notification('R-5', mother.identifier)
      await replyOf(await serve(await member.sign({ id, body })))
      expect(await serve(await south.sign({ id, body, consumer: 'maternity-ward-south' }))).toMatchObject({
        code: 'exchange.message-id-reused',
      })
    })

    it('about the same fact under another number gets the first receipt', async () => {
      const body = notification('R-6', mother.identifier)
      const first = await serve(await member.sign({ body }))
      expect(await serve(await member.sign({ body }))).toEqual(first)
      expect(await births('R-6')).toHaveLength(1)
    })

    it('about the same fact with other content is refused', async () => {
      const body = notification('R-7', mother.identifier)
      await replyOf(await serve(await member.sign({ body })))
      expect(await serve(await member.sign({ body: { ...body, region: 'south' } }))).toMatchObject({
        code: 'exchange.fact-known-otherwise',
        pointer: '/body',
      })
    })

    it('many times at once is served once', async () => {
      const message = await member.sign({ body: notification('R-8', mother.identifier) })
      const served = await Promise.all(Array.from({ length: 5 }, () => serve(message)))
      await replyOf(served[0] ?? {})
      expect(new Set(served.map(one => JSON.stringify(one))).size).toBe(1)
      expect(await births('R-8')).toHaveLength(1)
    })

    it('at once with other content under the same number: one is served, the other refused', async () => {
      const id = '01960000-0000-7000-8000-00000000eeee'
      const messages = await Promise.all(
        ['R-9', 'R-10'].map(number => member.sign({ id, body: notification(number, mother.identifier) })),
      )
      const served = await Promise.all(messages.map(message => serve(message)))
      expect(served.map(one => ('reply' in one ? 'done' : one.code)).sort()).toEqual([
        'done',
        'exchange.message-id-reused',
      ])
      expect([...(await births('R-9')), ...(await births('R-10'))]).toHaveLength(1)
    })
  })

  describe('what is kept of a message', () => {
    it('is sealed, and gone with the key of the person it is about', async () => {
      const id = '01960000-0000-7000-8000-00000000ffff'
      const message = await member.sign({ id, body: notification('S-1', mother.identifier) })
      await replyOf(await serve(message))
      const kept = () =>
        rows(
          platform.database,
          sql<{ message: Buffer; reply: Buffer; sealed_for: string }>`
            select message, reply, sealed_for from exchange.messages where id = ${id}::uuid`,
        )
      const [row] = await kept()
      if (row === undefined) throw new Error('the message is not logged')
      expect(row.sealed_for).toBe(mother.id)
      expect(row.message.includes(message.slice(0, 40))).toBe(false)
      const open = () =>
        platform.keys.open(platform.database, 'civil-registry', mother.id, row.message, `exchange/${id}`)
      expect(new TextDecoder().decode((await open()) as Uint8Array)).toBe(message)
      await platform.database.transaction('civil-registry', tx => platform.keys.erasePerson(tx, mother.id))
      expect(await open()).toEqual({ erased: true })
      expect(await serve(message)).toMatchObject({ code: 'exchange.message-id-reused' })
      expect(await kept()).toHaveLength(1)
    })
  })
})

/** The same message with another payload under the old signature. */
function changed(jws: string): string {
  const [head, payload = '', signature] = jws.split('.')
  const data = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { body: { region: string } }
  data.body.region = 'south'
  return [head, Buffer.from(JSON.stringify(data)).toString('base64url'), signature].join('.')
}

describe('a contract with a limit', () => {
  it('lets each member ask so often in a minute, and tells when again; what was refused comes through later', async () => {
    const limited = platform.packages.get('contract', 'civil-registry.birth-notification').json.get('contract.json')
    Object.assign(limited ?? {}, { limit: { perMinute: 2 } })
    const messages = await Promise.all(
      ['L-1', 'L-2', 'L-3'].map(number => member.sign({ body: notification(number, mother.identifier) })),
    )
    for (const message of messages.slice(0, 2)) expect(await serve(message)).toHaveProperty('reply')
    expect(await serve(messages[2] ?? '')).toMatchObject({
      code: 'exchange.rate-exceeded',
      params: { perMinute: 2, seconds: 30 },
    })
    expect(await births('L-3')).toEqual([])
    platform.clock.advance({ seconds: 30 })
    expect(await serve(messages[2] ?? '')).toHaveProperty('reply')
    expect(await births('L-3')).toHaveLength(1)
  })
})
