interface SharedCall {
  readonly promise: Promise<unknown>
  readonly abort: AbortController
  waiting: number
}

/**
 * Calls in flight, one per key: whoever asks for the same thing meanwhile waits for the same answer.
 * The work is aborted when the last one who waits has gone away.
 */
export interface SharedCalls {
  join<Value>(
    key: string,
    signal: AbortSignal | undefined,
    start: (signal: AbortSignal) => Promise<Value>,
  ): Promise<Value>
}

/** Nothing in flight. */
export function createSharedCalls(): SharedCalls {
  const running = new Map<string, SharedCall>()

  function begin(key: string, start: (signal: AbortSignal) => Promise<unknown>): SharedCall {
    const abort = new AbortController()
    const promise = start(abort.signal).finally(() => {
      if (running.get(key) === call) running.delete(key)
    })
    const call: SharedCall = { promise, abort, waiting: 0 }
    running.set(key, call)
    return call
  }

  return {
    async join(key, signal, start) {
      signal?.throwIfAborted()
      const call = running.get(key) ?? begin(key, start)
      call.waiting += 1
      try {
        return (await (signal ? Promise.race([call.promise, aborted(signal)]) : call.promise)) as never
      } finally {
        call.waiting -= 1
        if (call.waiting === 0 && signal?.aborted) {
          if (running.get(key) === call) running.delete(key)
          call.promise.catch(() => undefined)
          call.abort.abort(signal.reason)
        }
      }
    },
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
