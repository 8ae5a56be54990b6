import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

/** A key with a certificate that it signed itself, as PEM. */
export interface Certified {
  readonly key: string
  readonly certificate: string
}

function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content)
  const size = body.length
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}

const sequence = (...content: readonly Uint8Array[]) => der(0x30, ...content)
/** ecdsa-with-SHA256, 1.2.840.10045.4.3.2. */
const algorithm = sequence(der(0x06, Buffer.from('2a8648ce3d040302', 'hex')))

function nameOf(common: string): Buffer {
  return sequence(der(0x31, sequence(der(0x06, Buffer.from('550403', 'hex')), der(0x0c, Buffer.from(common)))))
}

function timeOf(date: Date): Buffer {
  return der(0x18, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`))
}

/** Makes a P-256 key and an X.509 v3 certificate (RFC 5280 §4.1) that it signed itself, for simulators and tests: nobody trusts it by itself. */
export function makeCertificate(common: string, from: Date, until: Date): Certified {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const serial = randomBytes(12)
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    algorithm,
    nameOf(common),
    sequence(timeOf(from), timeOf(until)),
    nameOf(common),
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = createSign('sha256').update(body).sign(privateKey)
  const whole = sequence(body, algorithm, der(0x03, Buffer.from([0]), signature))
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? []
  return {
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    certificate: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  }
}
