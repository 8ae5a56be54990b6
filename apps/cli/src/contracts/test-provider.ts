import { findProblems } from '@tereze/foundation-operations'
import type { ReadContract } from './read-contract.ts'

/** One thing that a provider must do, and whether it did; `why` is null where it did. */
export interface Tested {
  readonly what: string
  readonly why: string | null
}

const patience = 30_000

interface Wrong {
  readonly what: string
  readonly body: unknown
}

/** Requests that the contract does not allow, each wrong in one way: each member left out, each of another type, an unknown one, none at all. */
function wrongRequests({ request, question }: ReadContract): Wrong[] {
  const whole = typeof question === 'object' && question !== null ? (question as Record<string, unknown>) : {}
  const without = Object.keys(whole).map(name => ({
    what: `refuses a request without ${name}`,
    body: Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name)),
  }))
  const twisted = Object.keys(whole).map(name => ({
    what: `refuses a request whose ${name} is of another type`,
    body: { ...whole, [name]: typeof whole[name] === 'object' ? 'text' : { wrong: true } },
  }))
  const others = [
    { what: 'refuses a request with an unknown member', body: { ...whole, 'unknown-member': 1 } },
    { what: 'refuses an empty request', body: {} },
    { what: 'refuses a request that is a list', body: [] },
  ]
  return [...without, ...twisted, ...others].filter(({ body }) => findProblems(request, body).length > 0)
}

async function send(url: string, body: unknown): Promise<{ status: number; value: unknown } | string> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    const text = await response.text()
    return { status: response.status, value: text === '' ? undefined : JSON.parse(text) }
  } catch (error) {
    return error instanceof SyntaxError ? 'the answer is not JSON' : 'there is no answer'
  }
}

/** Tests a provider at an address against its contract: it answers the example as promised, and refuses what the contract does not allow. */
export async function testProvider(contract: ReadContract, url: string): Promise<Tested[]> {
  const answer = await send(url, contract.question)
  const judge = (): string | null => {
    if (typeof answer === 'string') return answer
    if (answer.status !== 200) return `status ${answer.status}`
    const problems = findProblems(contract.response, answer.value)
    return problems.length === 0 ? null : problems.map(({ pointer, code }) => `${pointer || '/'} ${code}`).join(', ')
  }
  const tested: Tested[] = [{ what: 'answers the example of the contract', why: judge() }]
  for (const { what, body } of wrongRequests(contract)) {
    const refused = await send(url, body)
    const status = typeof refused === 'string' ? refused : refused.status
    const right = typeof status === 'number' && status >= 400 && status < 500
    tested.push({ what, why: right ? null : `${typeof status === 'number' ? 'status ' : ''}${status}` })
  }
  return tested
}
