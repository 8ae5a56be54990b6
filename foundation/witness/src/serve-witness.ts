import { type LocalServer, startSmallServer } from '@tereze/foundation-http'
import type { Witness } from './witness.ts'

const largestRequest = 64_000
const type = 'text/plain; charset=utf-8'
const notFound = { status: 404, type, body: 'not found\n' }

/**
 * The door of a witness: `POST /add-checkpoint` (C2SP tlog-witness), `GET /checkpoint/<name of the log>` for the newest cosigned one,
 * `GET /key` for its verifier key. Give it TLS by the proxy that stands before it.
 */
export function serveWitness(
  witness: Witness,
  options: { host: string; port: number; onError?: (error: unknown) => void },
): Promise<LocalServer> {
  return startSmallServer({
    ...options,
    limit: largestRequest,
    async answer({ method, path, body }) {
      const asked = `${method} ${path}`
      if (asked === 'POST /add-checkpoint') return witness.addCheckpoint(new TextDecoder().decode(body))
      if (asked === 'GET /key') return { status: 200, type, body: `${witness.verifierKey}\n` }
      const origin = /^GET \/checkpoint\/([A-Za-z0-9._~:%-]{1,600})$/.exec(asked)?.[1]
      const name = origin === undefined ? null : decoded(origin)
      return name === null ? notFound : witness.newest(name)
    },
  })
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
