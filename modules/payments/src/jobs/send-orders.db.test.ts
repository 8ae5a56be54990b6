import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { rows, sql } from '@tereze/foundation-database'
import { bind } from '@tereze/foundation-operations'
import { person, system, testPlatform } from '@tereze/foundation-testing'
import { afterAll, describe, expect, it } from 'vitest'
import { accounts, bank, orderPayment } from '../contract/index.ts'
import { payments } from '../index.ts'
import { failingBank } from '../ports/bank/failing.ts'

const mother = person()
const platform = await testPlatform({
  modules: [payments],
  bindings: [
    bind(bank, failingBank()),
    bind(accounts, {
      find: async (_, account) => ({ account, person: mother.id, masked: 'DMD-••••-1234', closed: false }),
    }),
  ],
})
const actor = system({ organisation: 'social-protection', roles: ['platform'] })

async function orderSome(from: number, to: number): Promise<void> {
  for (let n = from; n < to; n++) {
    await platform.run(
      orderPayment,
      {
        organisation: n % 2 === 0 ? 'social-protection' : 'education',
        person: mother.id,
        case: null,
        account: 'account_1',
        amount: { amount: '1.00', currency: 'DMD' },
        purpose: { en: 'x', ru: 'x', kk: 'x' },
        key: `key-${n}`,
      },
      actor,
    )
  }
}

/** A bank of its own: counts payments by idempotency key, and may keep its answers to itself. */
const paid = new Map<string, number>()
const silent = { answers: true, onRequest: () => undefined as unknown }
const outside = createServer((request, response: ServerResponse) => {
  const key = String(request.headers['idempotency-key'])
  request.resume().on('end', () => {
    paid.set(key, (paid.get(key) ?? 0) + 1)
    silent.onRequest()
    if (!silent.answers) return
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ status: 'paid', reference: `R-${key}` }))
  })
})
await new Promise<void>(resolve => outside.listen(0, '127.0.0.1', resolve))
const bankUrl = `http://127.0.0.1:${(outside.address() as AddressInfo).port}/payments`
afterAll(() => {
  outside.closeAllConnections()
  outside.close()
})

function startSender(): ChildProcess {
  const fixture = fileURLToPath(new URL('./send-orders.fixture.ts', import.meta.url))
  return spawn(process.execPath, [fixture, platform.database.url, bankUrl, platform.clock.now().toISOString()], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
const ended = (child: ChildProcess) => new Promise<number | null>(resolve => child.on('exit', resolve))

const statuses = () =>
  rows(
    platform.database,
    sql<{ status: string; problem: string | null; n: number }>`
      select status, problem, count(*)::int as n from payments.orders group by 1, 2 order by 1`,
  )

describe('send-orders', () => {
  it('tries again later when the bank is silent, and shows that it is late', async () => {
    await orderSome(0, 6)
    await platform.settle()
    expect(await statuses()).toEqual([{ status: 'ordered', problem: 'bank-unreachable', n: 6 }])
    expect(await platform.listEvents('payments.payment-paid', 'payments.payment-rejected')).toEqual([])
  })

  it('makes no payment twice when killed between telling the bank and writing its answer', async () => {
    platform.clock.advance({ minutes: 1 })
    silent.answers = false
    const child = startSender()
    await new Promise<void>(resolve => {
      silent.onRequest = () => resolve()
    })
    child.kill('SIGKILL')
    await ended(child)
    const toldBefore = paid.size
    expect(toldBefore).toBeGreaterThan(0)
    expect(await statuses()).toEqual([{ status: 'ordered', problem: 'bank-unreachable', n: 6 }])

    silent.answers = true
    silent.onRequest = () => undefined
    platform.clock.advance({ minutes: 2 })
    expect(await ended(startSender())).toBe(0)
    expect(await statuses()).toEqual([{ status: 'paid', problem: null, n: 6 }])
    expect(paid.size).toBe(6)
    expect([...paid.values()].some(times => times > 1)).toBe(true)
    await platform.settle()
    const events = await platform.listEvents('payments.payment-paid')
    expect(new Set(events.map(event => event.subject)).size).toBe(6)
    expect(events.length).toBe(6)
  })

  it('lets two senders share the work', async () => {
    await orderSome(6, 46)
    paid.clear()
    expect(await Promise.all([ended(startSender()), ended(startSender())])).toEqual([0, 0])
    expect(paid.size).toBe(40)
    expect([...paid.values()].every(times => times === 1)).toBe(true)
  })
})
