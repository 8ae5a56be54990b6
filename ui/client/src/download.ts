import { type Problem, readProblem, refusalProblem, unreachable, unreadable } from './problem.ts'

/** A file that is to be taken from a door of the platform. */
export interface Download {
  readonly url: string
  readonly formToken: string | null
  readonly language: string
  readonly signal: AbortSignal
  /** Hears how many bytes have come so far. */
  readonly told: (bytes: number) => void
}

/**
 * Takes a file piece by piece; a file that broke off is none. Rejects only when `signal` was aborted: the platform then stops
 * telling it.
 */
export async function download({ url, formToken, language, signal, told }: Download): Promise<Blob | Problem> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'accept-language': language, ...(formToken === null ? {} : { 'x-tereze-form': formToken }) },
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal,
    })
    if (!response.ok) {
      const problem = readProblem(response.status, await response.json().catch(() => null))
      return problem === null ? unreadable(response.status) : refusalProblem(problem)
    }
    const pieces: Uint8Array<ArrayBuffer>[] = []
    let bytes = 0
    if (response.body !== null)
      for (const reader = response.body.getReader(); ; ) {
        const { done, value } = await reader.read()
        if (done) break
        pieces.push(value)
        bytes += value.length
        told(bytes)
      }
    return new Blob(pieces, { type: response.headers.get('content-type') ?? '' })
  } catch {
    signal.throwIfAborted()
    return unreachable()
  }
}
