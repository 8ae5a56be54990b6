import { createOutgoingTo } from '@tereze/foundation-http'
import { type Static, Type } from 'typebox'
import { Check } from 'typebox/value'
import type { BankAnswer, BankOrder } from '../../contract/index.ts'

const Answer = Type.Union([
  Type.Object({ status: Type.Literal('paid'), reference: Type.String({ minLength: 1, maxLength: 200 }) }),
  Type.Object({ status: Type.Literal('rejected'), code: Type.String({ pattern: '^[a-z][a-z0-9-]{0,60}$' }) }),
  Type.Object({ status: Type.Literal('accepted') }),
])
type Answer = Static<typeof Answer>

const patience = 10_000

/** The bank did not give an answer that can be used; the order is sent again. */
export class BankUnclear extends Error {
  constructor(answer: number | string) {
    super(`the bank answered ${answer} and not as agreed`)
    this.name = 'BankUnclear'
  }
}

/**
 * A bank over HTTP: `POST` of the order as JSON with `Idempotency-Key` = order id. It answers `{ status: 'paid', reference }`,
 * `{ status: 'rejected', code }` or `{ status: 'accepted' }` with 200, 201, 202 or 422. Anything else is no answer.
 * @param options.token bearer token, null when the bank knows us otherwise.
 */
export function httpBank(options: { url: string; token: string | null }): {
  pay(order: BankOrder): Promise<BankAnswer>
} {
  const outgoing = createOutgoingTo(options.url)
  return {
    async pay(order) {
      const reply = await outgoing.send({
        method: 'POST',
        url: options.url,
        timeout: patience,
        limit: 65_536,
        headers: {
          'content-type': 'application/json',
          'idempotency-key': order.order,
          ...(options.token === null ? {} : { authorization: `Bearer ${options.token}` }),
        },
        body: JSON.stringify(order),
      })
      if (!reply.ok) throw new BankUnclear(reply.problem)
      const answer = read(reply.body)
      if (![200, 201, 202, 422].includes(reply.status) || !Check(Answer, answer)) throw new BankUnclear(reply.status)
      return answer satisfies Answer
    },
  }
}

function read(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return null
  }
}
