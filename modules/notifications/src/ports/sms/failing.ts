import type { Sent, ShortMessage } from '../../contract/index.ts'

/** A gateway that cannot be reached. */
export function failingSms(): { send(message: ShortMessage): Promise<Sent> } {
  return { send: () => Promise.reject(new Error('the SMS gateway is unreachable')) }
}
