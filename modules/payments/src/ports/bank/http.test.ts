import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { BankUnclear, httpBank } from './http.ts'

const seen: { key: unknown; authorization: unknown; body: unknown }[] = []
const next = { status: 200, body: '' }
const server = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  seen.push({
    key: request.headers['idempotency-key'],
    authorization: request.headers.authorization,
    body: JSON.parse(body),
  })
  response.writeHead(next.status, { 'content-type': 'application/json' }).end(next.body)
})
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
afterAll(() => server.close())
const port = (server.address() as AddressInfo).port
const pay = () =>
  httpBank({ url: `http://127.0.0.1:${port}/`, token: 't' }).pay({
    order: 'payment_1',
    account: 'account_1',
    amount: { amount: '1.00', currency: 'DMD' },
    purpose: 'x',
  })

describe('httpBank', () => {
  it('sends the order under its id and takes the three answers', async () => {
    Object.assign(next, { status: 200, body: '{"status":"paid","reference":"R1"}' })
    expect(await pay()).toEqual({ status: 'paid', reference: 'R1' })
    expect(seen[0]).toMatchObject({ key: 'payment_1', authorization: 'Bearer t', body: { order: 'payment_1' } })
    Object.assign(next, { status: 422, body: '{"status":"rejected","code":"account-closed"}' })
    expect(await pay()).toEqual({ status: 'rejected', code: 'account-closed' })
    Object.assign(next, { status: 202, body: '{"status":"accepted"}' })
    expect(await pay()).toEqual({ status: 'accepted' })
  })

  it.each([
    [500, '{"status":"paid","reference":"R1"}'],
    [401, '{}'],
    [200, 'not json'],
    [200, '{"status":"paid"}'],
  ])('takes %i %s for no answer', async (status, body) => {
    Object.assign(next, { status, body })
    await expect(pay()).rejects.toBeInstanceOf(BankUnclear)
  })
})
