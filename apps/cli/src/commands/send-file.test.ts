import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileManifest } from '@tereze/exchange/contract'
import { newSigningPair, verifySignature } from '@tereze/foundation-keys'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tereze } from '../said.fixture.ts'

/** A receiver that keeps parts, and is down at the first attempt for the second one. */
const folder = mkdtempSync(join(tmpdir(), 'tereze-send-'))
const pair = await newSigningPair()
const kept = new Map<number, string>()
let manifest: FileManifest | null = null
let cuts = 1
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  if (request.method === 'POST') {
    const payload = await verifySignature(body.toString(), pair.publicJwk, 'tereze-file+jws')
    if (payload === null) return response.writeHead(401).end('{"code":"exchange.signature-invalid"}')
    manifest = JSON.parse(payload) as FileManifest
    const missing = manifest.parts.flatMap((_, index) => (kept.has(index + 1) ? [] : [index + 1]))
    const state = missing.length === 0 ? 'checking' : 'uploading'
    return response.end(JSON.stringify({ file: manifest.file, state, reason: null, missing }))
  }
  const part = Number(request.url?.split('/').at(-1))
  if (part === 2 && cuts-- > 0) return response.writeHead(503).end('{}')
  kept.set(part, createHash('sha256').update(body).digest('base64url'))
  return response.writeHead(204).end()
})
let origin = ''
const file = join(folder, 'journal.csv')
const key = join(folder, 'key.json')
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  writeFileSync(file, Buffer.alloc(8_388_608 + 5, 'year;births\n'))
  writeFileSync(key, JSON.stringify(pair.privateJwk))
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

const send = (...more: string[]) =>
  tereze(
    ...['file', 'send', file, '--to', origin, '--key', key, '--contract', 'civil-registry.journal-scans@1'],
    ...['--member', 'maternity-ward-north', '--system', 'maternity-information-system'],
    ...['--purpose', 'birth-registration', '--type', 'text/csv', ...more],
  )

it('sends a file in signed parts, goes on where it was cut, and says how a message names it', async () => {
  const first = await send('--json')
  expect(first).toMatchObject({ code: 0, err: '1 of 2 parts\n2 of 2 parts' })
  expect(manifest?.parts).toEqual([kept.get(1), kept.get(2)])
  const { sent, standing } = JSON.parse(first.out)
  expect(sent).toMatchObject({ name: 'journal.csv', mediaType: 'text/csv', size: 8_388_613 })
  expect(standing).toMatchObject({ state: 'checking' })
  kept.delete(1)
  const again = await send('--json')
  expect(again.err).toBe('2 of 2 parts')
  expect(JSON.parse(again.out).sent.file).toBe(sent.file)
})

it('says what is wrong', async () => {
  const stranger = join(folder, 'stranger.json')
  writeFileSync(stranger, JSON.stringify((await newSigningPair()).privateJwk))
  expect(await send('--key', stranger)).toMatchObject({ code: 1, err: expect.stringContaining('signature-invalid') })
  expect(await send('--key', file)).toMatchObject({ code: 2, err: expect.stringContaining('no private key') })
  expect(await send('--to', 'nowhere')).toMatchObject({ code: 2, err: expect.stringContaining('no address') })
})
