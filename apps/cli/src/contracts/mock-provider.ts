import { type LocalServer, startLocalServer } from '@tereze/foundation-http'
import { findProblems } from '@tereze/foundation-operations'
import type { ReadContract } from './read-contract.ts'

/** A running mock of a provider. */
export type MockProvider = LocalServer

const largest = 1_048_576

function read(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}

/**
 * Answers POSTs as the contract's OpenAPI document says: a request that fits with the example of the response, another with 422 and each
 * wrong field (RFC 9457). On this machine only.
 * @param told called with the status of each answer.
 */
export function startMockProvider(
  contract: ReadContract,
  port: number,
  told: (status: number) => void,
): Promise<MockProvider> {
  const answer = (status: number, type: string, value: unknown) => {
    told(status)
    return { status, type, body: JSON.stringify(value) }
  }
  const problem = (status: number, more: object = {}) => answer(status, 'application/problem+json', { status, ...more })
  return startLocalServer({
    port,
    limit: largest,
    answer(method, body) {
      if (method !== 'POST') return problem(405)
      const also = findProblems(contract.request, read(body))
      return also.length === 0 ? answer(200, 'application/json', contract.answer) : problem(422, { also })
    },
  })
}
