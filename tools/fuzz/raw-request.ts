import { request } from 'node:http'
import { connect } from 'node:net'
import type { Answer } from './judge-answer.ts'
import type { WrongRequest } from './wrong-requests.ts'

/** Sends a request as it stands, also what `fetch` would not send. */
export function sendRaw(origin: string, path: string, wrong: WrongRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = Object.fromEntries(
      Object.entries(wrong.headers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
    )
    const sent = request(
      `${origin}${path}`,
      { method: wrong.method, headers: { ...headers, accept: 'application/json' }, timeout: 30_000 },
      response => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: new Headers(
              Object.entries(response.headers).map(([name, value]): [string, string] => [
                name,
                [value].flat().join(', '),
              ]),
            ),
            text: Buffer.concat(parts).toString(),
          }),
        )
        response.on('error', reject)
      },
    )
    sent.on('error', reject)
    sent.on('timeout', () => sent.destroy(new Error('it is silent')))
    sent.end(wrong.body ?? undefined)
  })
}

/** Writes bytes to a server's line and gives all that comes back until it is closed, or until two seconds of silence. */
export function writeToLine(origin: string, text: string): Promise<string> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), timeout: 2000 })
    let heard = ''
    socket.on('connect', () => socket.write(text, 'latin1'))
    socket.on('data', part => {
      heard += part.toString('latin1')
    })
    socket.on('timeout', () => socket.destroy())
    socket.on('close', () => resolve(heard))
    socket.on('error', error => ('code' in error && error.code === 'ECONNRESET' ? resolve(heard) : reject(error)))
  })
}
