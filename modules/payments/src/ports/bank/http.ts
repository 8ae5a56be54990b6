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
  constructor(status: number) {
    super(`the bank answered ${status} and not as agreed`)
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
  return {
    async pay(order) {
      const response = await fetch(options.url, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
        headers: {
          'content-type': 'application/json',
          'idempotency-key': order.order,
          ...(options.token === null ? {} : { authorization: `Bearer ${options.token}` }),
        },
        body: JSON.stringify(order),
      })
      const answer: unknown = await response.json().catch(() => null)
      if (![200, 201, 202, 422].includes(response.status) || !Check(Answer, answer)) {
        throw new BankUnclear(response.status)
      }
      return answer satisfies Answer
    },
  }
}
