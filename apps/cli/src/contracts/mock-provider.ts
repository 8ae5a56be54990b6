import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { findProblems } from '@tereze/foundation-operations'
import type { ReadContract } from './read-contract.ts'

/** A running mock of a provider. */
export interface MockProvider {
  readonly url: string
  close(): Promise<void>
}

const largest = 1_048_576

function read(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

/**
 * Answers POSTs as the contract's OpenAPI document says: a request that fits with the example of the response, another with 422 and each
 * wrong field (RFC 9457). On this machine only.
 * @param told called with the status of each answer.
 */
export async function startMockProvider(
  contract: ReadContract,
  port: number,
  told: (status: number) => void,
): Promise<MockProvider> {
  const server = createServer(async (request, response) => {
    const answer = (status: number, type: string, value: unknown) => {
      told(status)
      response.writeHead(status, { 'content-type': type }).end(JSON.stringify(value))
    }
    const problem = (status: number, more: object = {}) =>
      answer(status, 'application/problem+json', { status, ...more })
    if (request.method !== 'POST') return problem(405)
    const parts: Buffer[] = []
    let length = 0
    for await (const part of request) {
      length += (part as Buffer).length
      if (length > largest) return problem(413)
      parts.push(part as Buffer)
    }
    const body = read(Buffer.concat(parts))
    const problems = findProblems(contract.request, body)
    return problems.length === 0 ? answer(200, 'application/json', contract.answer) : problem(422, { also: problems })
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
