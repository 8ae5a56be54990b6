import { rows, sql } from '@tereze/foundation-database'
import { official, system } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { listQueue, sendMessage } from '../contract/index.ts'
import { exchangePlatform } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()
const organisation = 'social-protection'
const idOf = (number: number) => `01960000-0000-7000-8000-0000000f${String(number).padStart(4, '0')}`
const send = (number: number, more: object = {}) =>
  platform.run(
    sendMessage,
    {
      organisation,
      message: idOf(number),
      contract: 'tax-agency.income-by-person@1',
      purpose: 'benefit-eligibility',
      ground: 'act:family-benefits/8',
      subjects: [platform.mother.id],
      body: { person: platform.mother.id, year: 2025 },
      ...more,
    },
    system({ organisation, roles: ['platform'] }),
  )
async function queue() {
  const found = await platform.run(listQueue, { organisation }, official({ organisation, roles: ['integrator'] }))
  if (isRefused(found)) throw new Error(found.code)
  return found.items
}

describe('send-message', () => {
  it('queues, sends by itself, and tells when the answer is there', async () => {
    expect(await send(1)).toEqual({ message: idOf(1), state: 'waiting' })
    await platform.settle()
    expect((await queue())[0]).toMatchObject({ message: idOf(1), state: 'answered', attempts: 1, code: null })
    expect(await platform.listEvents('exchange.message-answered')).toMatchObject([
      { tenant: organisation, subject: idOf(1), data: { message: idOf(1) }, ground: 'act:family-benefits/8' },
    ])
  })

  it('knows the same message again, and refuses another under its id', async () => {
    expect(await send(1)).toEqual({ message: idOf(1), state: 'answered' })
    expect(await send(1, { body: { person: platform.mother.id, year: 2024 } })).toMatchObject({
      code: 'exchange.message-id-reused',
    })
    expect(await queue()).toHaveLength(1)
  })

  it('keeps what it says sealed', async () => {
    const [row] = await rows(platform.database, sql<{ body: Buffer }>`select body from exchange.queue limit 1`)
    expect(row?.body.toString('latin1')).not.toContain(platform.mother.id)
  })

  it('refuses what fits no contract before it is queued', async () => {
    expect(await send(2, { contract: 'tax-agency.nothing@1' })).toMatchObject({ code: 'exchange.contract-not-found' })
    expect(await send(2, { body: { person: platform.mother.id } })).toMatchObject({
      code: 'exchange.body-invalid',
      also: [expect.objectContaining({ pointer: '/body/year' })],
    })
  })

  it('gives a refused message up at once, and tells why', async () => {
    await send(3, { purpose: 'curiosity' })
    await platform.settle()
    expect((await queue())[0]).toMatchObject({ message: idOf(3), state: 'dead', code: 'exchange.access-not-granted' })
    expect(await platform.listEvents('exchange.message-died')).toMatchObject([
      { data: { message: idOf(3), code: 'exchange.access-not-granted' } },
    ])
  })

  it('has nothing to say about a person who was erased', async () => {
    await send(4)
    await platform.database.transaction(organisation, tx => platform.keys.erasePerson(tx, platform.mother.id))
    await platform.settle()
    expect((await queue())[0]).toMatchObject({ message: idOf(4), state: 'dead', code: 'exchange.message-erased' })
  })
})
