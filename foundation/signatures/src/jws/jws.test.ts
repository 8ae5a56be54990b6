import { compactVerify, flattenedVerify, importX509 } from 'jose'
import { expect, it } from 'vitest'
import { authority, certified, now, pair, pem } from '../test-authority.fixture.ts'
import { readJws, signJws } from './jws.ts'

const root = await authority('Test Root')
const content = new TextEncoder().encode('{"sum":100}')
const other = new TextEncoder().encode('{"sum":900}')

it('signs beside the content, as another library agrees, and reads it again', async () => {
  for (const [key, alg] of [
    [await certified(root), 'ES256'],
    [await certified(root, {}, pair('rsa')), 'RS256'],
  ] as const) {
    const jws = await signJws(content, key, now)
    const [header = '', , signature = ''] = jws.split('.')
    const publicKey = await importX509(pem(key.certificates[0] ?? new Uint8Array()), alg)
    await expect(
      flattenedVerify({ protected: header, payload: content, signature }, publicKey, { crit: { b64: true } }),
    ).resolves.toBeDefined()
    expect(readJws(jws, content)).toMatchObject({
      content: null,
      signature: { fault: null, claimedAt: now, namesCertificate: true },
    })
    expect(readJws(jws, other)?.signature.fault).toBe('content-changed')
    expect(readJws(jws, null)?.signature.fault).toBe('content-changed')
    await expect(compactVerify(jws, publicKey)).rejects.toThrow()
  }
})

it('takes no header that means something else', async () => {
  const jws = await signJws(content, await certified(root), now)
  const [head = '', , signature = ''] = jws.split('.')
  const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as Record<string, unknown>
  const withHeader = (change: Record<string, unknown>) =>
    `${Buffer.from(JSON.stringify({ ...header, ...change })).toString('base64url')}..${signature}`
  const fault = (text: string) => readJws(text, content)?.signature.fault
  expect(fault(withHeader({ alg: 'none' }))).toBe('algorithm-unsupported')
  expect(fault(withHeader({ alg: 'HS256' }))).toBe('algorithm-unsupported')
  expect(fault(withHeader({ crit: ['b64', 'other'] }))).toBe('algorithm-unsupported')
  expect(fault(withHeader({ x5c: [] }))).toBe('certificate-missing')
  expect(fault(withHeader({ 'x5t#S256': 'AAAA' }))).toBe('certificate-swapped')
  expect(fault(withHeader({ iat: 1 }))).toBe('content-changed')
  expect(readJws('no.signature', content)).toBeNull()
})
