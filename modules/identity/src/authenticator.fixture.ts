import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest()
const base64url = (data: Uint8Array | string) => Buffer.from(data).toString('base64url')

/** How an authenticator differs from an honest one that checked its owner. */
export interface Quirks {
  readonly origin?: string
  readonly type?: string
  readonly unchecked?: boolean
  readonly counter?: number
}

/** An authenticator in software: one key, kept on one device or synced (Web Authentication, level 3, §6). */
export function softAuthenticator({ origin, synced = false }: { origin: string; synced?: boolean }) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  let counter = 0

  const client = (type: string, challenge: string, quirks: Quirks) =>
    JSON.stringify({ type: quirks.type ?? type, challenge, origin: quirks.origin ?? origin, crossOrigin: false })
  const head = (quirks: Quirks, more: number) => {
    const flags = 0x01 | (quirks.unchecked ? 0 : 0x04) | (synced ? 0x18 : 0) | more
    const count = Buffer.alloc(4)
    count.writeUInt32BE(quirks.counter ?? ++counter)
    return Buffer.concat([sha256(new URL(origin).hostname), Buffer.from([flags]), count])
  }

  return {
    create(options: { challenge: string }, quirks: Quirks = {}) {
      const key = new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
        [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
      ])
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const authData = Buffer.concat([head(quirks, 0x40), Buffer.alloc(16), length, id, isoCBOR.encode(key as never)])
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ])
      return {
        id: base64url(id),
        rawId: base64url(id),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(client('webauthn.create', options.challenge, quirks)),
          attestationObject: base64url(isoCBOR.encode(attestation as never)),
          transports: ['internal'],
        },
      }
    },
    get(options: { challenge: string }, quirks: Quirks = {}) {
      const authData = head(quirks, 0)
      const data = client('webauthn.get', options.challenge, quirks)
      return {
        id: base64url(id),
        rawId: base64url(id),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(data),
          authenticatorData: base64url(authData),
          signature: base64url(sign('sha256', Buffer.concat([authData, sha256(data)]), privateKey)),
        },
      }
    },
  }
}

/** What a page asks an authenticator for. */
export function optionsIn(page: { text: string }): { challenge: string } {
  const found = /data-options="([^"]*)"/.exec(page.text)?.[1]
  if (found === undefined) throw new Error('the page asks for no passkey')
  return JSON.parse(found.replaceAll('&quot;', '"').replaceAll('&amp;', '&')) as { challenge: string }
}
