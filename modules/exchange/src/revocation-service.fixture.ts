/** The service of an outside authority that tells which certificates it took back: by its list and by OCSP, truly or not. */
import { createPrivateKey } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { signatures } from '@tereze/foundation-signatures'
import { afterAll } from 'vitest'
import type { certificateAuthority } from './certificates.fixture.ts'

type Authority = Awaited<ReturnType<typeof certificateAuthority>>

/** What the service says. */
export interface Saying {
  readonly revoked: readonly string[]
  readonly from: Date
  readonly until: Date
  /** Who signs, where it is not the authority itself. */
  readonly by?: Authority
}

/** Starts the service; both answers are those of `say`, null where there is none. */
export async function revocationService(authority: Authority) {
  const library = await signatures()
  const said: { list: Saying | null; ocsp: Saying | null } = { list: null, ocsp: null }
  const asked = { list: 0, ocsp: 0 }
  const keyOf = ({ privateJwk: { kty, crv, x, y, d }, certificate }: Authority) => {
    const key = createPrivateKey({ key: { kty, crv, x, y, d } as Record<string, string>, format: 'jwk' })
    const read = library.readCertificate(certificate)
    if (read === null) throw new Error('an authority has a certificate')
    return library.softwareKey(key, [read.der])
  }
  async function answer(kind: 'list' | 'ocsp', body: Buffer): Promise<Uint8Array | null> {
    asked[kind] += 1
    const saying = said[kind]
    if (saying === null) return null
    const key = keyOf(saying.by ?? authority)
    const { revoked, from, until } = saying
    if (kind === 'list')
      return library.writeRevocationList(
        key,
        revoked.map(serial => ({ serial, at: from })),
        { from, until },
      )
    const question = library.readOcspRequest(body)
    if (question === null) return null
    const revokedAt = revoked.includes(question.serial) ? from : null
    return library.writeOcspAnswer(key, { id: question.id, revokedAt, from, until })
  }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', part => parts.push(part))
    request.on('end', () => {
      void answer(request.url === '/ocsp' ? 'ocsp' : 'list', Buffer.concat(parts)).then(bytes =>
        response.writeHead(bytes === null ? 503 : 200).end(bytes ?? ''),
      )
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  afterAll(() => new Promise(done => server.close(done)))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return { host, list: `http://${host}/list.crl`, ocsp: `http://${host}/ocsp`, say: said, asked }
}
