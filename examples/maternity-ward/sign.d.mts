/** A message of the exchange before it is signed. */
export interface Message {
  id: string
  contract: string
  consumer: string
  system: string
  provider: string
  purpose: string
  body: unknown
  time: string
}

/** What the platform answers: a signed reply, or a problem (RFC 9457). */
export type Answer =
  | { ok: true; status: 200; reply: { inReplyTo: string; time: string; body: unknown }; jws: string }
  | {
      ok: false
      status: number
      problem: { code?: string; title: string; remedy: string; also: { pointer: string; title: string }[] }
    }

export function thumbprint(jwk: { crv: string; kty: string; x: string; y: string }): string
export function signMessage(message: Message, jwk: object): string
export function newMessage(message: Omit<Message, 'id' | 'time'> & Partial<Pick<Message, 'id' | 'time'>>): Message
export function deliver(platform: string, jws: string, language?: string): Promise<Answer>
export class Unreachable extends Error {}
