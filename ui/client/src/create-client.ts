import type { Language, Operation } from '@tereze/operation'
import type { CallOptions, Client, Reply } from './client.ts'
import { newIdempotencyKey } from './idempotency-key.ts'
import { type Attempt, type Outgoing, send } from './send.ts'
import { createSharedCalls } from './shared-calls.ts'

/** What a client is made of. */
export interface ClientOptions {
  /** Where the platform listens, e.g. `https://example.org`; empty for the page's own origin. */
  readonly origin: string
  /** Proof that a command comes from our page (`x-tereze-form`): a value, or where to find the present one. */
  readonly formToken: string | null | (() => string | null)
  /** Language of the answers' words. */
  readonly language: Language | (() => Language)
  /** Milliseconds until one attempt is given up; 20 000 by default. */
  readonly timeout?: number
  /** Pauses in milliseconds before each further attempt when no answer came; two by default. */
  readonly pauses?: readonly number[]
  readonly fetch?: typeof fetch
}

/** What one request goes out under. */
interface Under {
  readonly key: string | null
  readonly signature: string | undefined
  readonly visit: string | undefined
  readonly signal: AbortSignal
}

/** Longest wait, in milliseconds, that a platform may ask for without the person being told instead. */
const longestPause = 5_000

/**
 * A client of the platform in the browser. Equal calls in flight are one request; lost answers are asked for again,
 * a command always under the same Idempotency-Key.
 */
export function createClient(options: ClientOptions): Client {
  const { timeout = 20_000, pauses = [300, 1_200] } = options
  const fetcher: typeof fetch = options.fetch ?? ((...request) => fetch(...request))
  const shared = createSharedCalls()
  const unanswered = new Map<string, string>()

  function outgoing(definition: Operation, body: string, { key, signature, visit, signal }: Under): Outgoing {
    const token = present(options.formToken)
    return {
      url: `${options.origin}/v1/${definition.module}/${definition.verb}`,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, application/problem+json',
        'accept-language': present(options.language),
        ...(token === null ? {} : { 'x-tereze-form': token }),
        ...(key === null ? {} : { 'idempotency-key': key }),
        ...(signature === undefined ? {} : { 'x-tereze-signature': signature }),
        ...(visit === undefined ? {} : { 'tereze-visit': visit }),
      },
      body,
      timeout,
      signal,
    }
  }

  async function attempt(definition: Operation, body: string, under: Under) {
    let last: Attempt = await send(fetcher, outgoing(definition, body, under))
    for (const pause of pauses) {
      if (last.ok || !last.again || (last.retryAfter ?? 0) > longestPause) break
      await sleep(Math.max(pause, last.retryAfter ?? 0), under.signal)
      last = await send(fetcher, outgoing(definition, body, under))
    }
    return last
  }

  return {
    async call<O extends Operation>(definition: O, input: unknown, how: CallOptions = {}): Promise<Reply<O>> {
      const body = JSON.stringify(input)
      const { signature, visit } = how
      const same = `${definition.name} ${how.idempotencyKey ?? ''} ${signature ?? ''} ${visit ?? ''} ${body}`
      return shared.join(same, how.signal, async signal => {
        let key: string | null = null
        if (definition.kind === 'command') {
          key = how.idempotencyKey ?? unanswered.get(same) ?? newIdempotencyKey()
          unanswered.set(same, key)
        }
        const result = await attempt(definition, body, { key, signature, visit, signal })
        if (result.ok || result.problem.kind === 'refused') unanswered.delete(same)
        return (result.ok ? result.output : result.problem) as Reply<O>
      })
    },
  }
}

function present<Value extends string | null>(value: Value | (() => Value)): Value {
  return typeof value === 'function' ? value() : value
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        reject(signal.reason)
      },
      { once: true },
    )
  })
}
