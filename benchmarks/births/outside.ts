import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The world outside of the platform: a bank and an SMS gateway that note when something came, and wake who waits for it. */
export interface Outside {
  readonly bankUrl: string
  readonly smsUrl: string
  /** Payments by the account they were for. */
  readonly payments: ReadonlyMap<string, number>
  /** Settles when a phone has got its n-th message. */
  sms(phone: string, nth: number): Promise<void>
  /** Settles when an account was paid to. */
  payment(account: string): Promise<void>
  /** SMS delivered so far. */
  delivered(): number
  close(): void
}

/** Opens the outside on a free port of this process. */
export async function openOutside(): Promise<Outside> {
  const messages = new Map<string, number>()
  const payments = new Map<string, number>()
  const seen = new Set<string>()
  const waiting = new Map<string, () => void>()
  let delivered = 0

  const told = (what: string) => {
    waiting.get(what)?.()
    waiting.delete(what)
  }
  const until = (what: string, holds: () => boolean) =>
    holds() ? Promise.resolve() : new Promise<void>(resolve => waiting.set(what, resolve))

  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const body = JSON.parse(text)
    const isNew = !seen.has(String(request.headers['idempotency-key']))
    seen.add(String(request.headers['idempotency-key']))
    response.writeHead(200, { 'content-type': 'application/json' })
    if (request.url === '/sms') {
      response.end('{}')
      if (!isNew) return
      delivered++
      const count = (messages.get(body.to) ?? 0) + 1
      messages.set(body.to, count)
      told(`${body.to} ${count}`)
    } else {
      response.end(JSON.stringify({ status: 'paid', reference: `B-${seen.size}` }))
      if (!isNew) return
      payments.set(body.account, (payments.get(body.account) ?? 0) + 1)
      told(body.account)
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    bankUrl: `${origin}/bank`,
    smsUrl: `${origin}/sms`,
    payments,
    sms: (phone, nth) => until(`${phone} ${nth}`, () => (messages.get(phone) ?? 0) >= nth),
    payment: account => until(account, () => payments.has(account)),
    delivered: () => delivered,
    close: () => server.close(),
  }
}
