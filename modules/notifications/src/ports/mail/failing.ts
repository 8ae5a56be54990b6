import type { Letter, Sent } from '../../contract/index.ts'

/** A mail server that cannot be reached. */
export function failingMail(): { send(letter: Letter): Promise<Sent> } {
  return { send: () => Promise.reject(new Error('the mail server is unreachable')) }
}
