import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

/** The one key that wraps all others. Implementations: file, environment, a key service. */
export interface MasterKey {
  /** Tells one master key from another; says nothing about it. */
  readonly id: string
  /** Ids of other master keys whose wrapping it undoes too, while they are being replaced. */
  readonly alsoOpens?: readonly string[]
  /** @param context bound to the result: unwrapping under another context fails. */
  wrap(plain: Uint8Array, context: string): Promise<Uint8Array>
  /** @throws MasterKeyWrong when it was wrapped by another key or under another context. */
  unwrap(wrapped: Uint8Array, context: string): Promise<Uint8Array>
}

/** What is wrapped was not wrapped by this master key. */
export class MasterKeyWrong extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'MasterKeyWrong'
  }
}

/**
 * Encrypts with AES-256-GCM (NIST SP 800-38D): 12 random bytes, ciphertext, 16 bytes of tag. A key that is used often is better held as a
 * `KeyObject`: making one out of bytes costs three times as much as the encryption.
 */
export function encrypt(key: KeyObject | Uint8Array, plain: Uint8Array, context: string): Uint8Array {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/**
 * Undoes `encrypt`.
 * @throws Error when key, context or bytes are not the same.
 */
export function decrypt(key: KeyObject | Uint8Array, sealed: Uint8Array, context: string): Uint8Array {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
}

/**
 * A master key of 32 bytes held by this process.
 * @throws MasterKeyWrong when there are not 32 of them.
 */
export function localMasterKey(bytes: Uint8Array): MasterKey {
  if (bytes.byteLength !== 32) throw new MasterKeyWrong('a master key has 32 bytes')
  const wrapping = createSecretKey(Buffer.from(hkdfSync('sha256', bytes, '', 'tereze wrapping key', 32)))
  const id = createHash('sha256')
    .update(Buffer.from(hkdfSync('sha256', bytes, '', 'tereze master key id', 32)))
    .digest('base64url')
    .slice(0, 12)
  return {
    id,
    wrap: async (plain, context) => encrypt(wrapping, plain, context),
    async unwrap(wrapped, context) {
      try {
        return decrypt(wrapping, wrapped, context)
      } catch {
        throw new MasterKeyWrong(`"${context}" was not wrapped by master key ${id}`)
      }
    },
  }
}

const textPattern = /^[A-Za-z0-9_-]{43}$/

/**
 * The master key given in the environment: 32 bytes in base64url.
 * @throws MasterKeyWrong when the text is not that.
 */
export function environmentMasterKey(text: string): MasterKey {
  if (!textPattern.test(text)) throw new MasterKeyWrong('the master key must be 32 bytes in base64url (43 characters)')
  return localMasterKey(Buffer.from(text, 'base64url'))
}

/** A master key that wraps by one key and also undoes what others wrapped: how a key is replaced while nodes run. */
export function masterKeys(current: MasterKey, others: readonly MasterKey[]): MasterKey {
  return {
    id: current.id,
    alsoOpens: others.map(({ id }) => id),
    wrap: (plain, context) => current.wrap(plain, context),
    async unwrap(wrapped, context) {
      for (const key of [current, ...others]) {
        const plain = await key.unwrap(wrapped, context).catch((error: unknown) => {
          if (error instanceof MasterKeyWrong) return null
          throw error
        })
        if (plain !== null) return plain
      }
      throw new MasterKeyWrong(`"${context}" was wrapped by none of the master keys of this node`)
    },
  }
}

/** A master key whose service is down. */
export function failingMasterKey(): MasterKey {
  const fail = () => Promise.reject(new Error('the master key is unavailable'))
  return { id: 'failing', wrap: fail, unwrap: fail }
}
