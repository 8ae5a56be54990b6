import { type LocalAnswer, type LocalServer, startSmallServer } from './small-server.ts'

/** A server on this machine only (127.0.0.1), for the double of an outside system; it is no door of the platform. */
export function startLocalServer(options: {
  port: number
  limit: number
  answer: (method: string, body: Uint8Array) => LocalAnswer
}): Promise<LocalServer> {
  return startSmallServer({ ...options, host: '127.0.0.1', answer: ({ method, body }) => options.answer(method, body) })
}
