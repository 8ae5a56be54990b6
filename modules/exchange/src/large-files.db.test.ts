import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Verdict } from '@tereze/foundation-files'
import { newSigningPair, signerOf } from '@tereze/foundation-keys'
import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  beginFile,
  type FileManifest,
  type FileStanding,
  fileType,
  listFiles,
  listQueue,
  readMessage,
  sendMessage,
} from './contract/index.ts'
import { ward } from './exchange-platform.fixture.ts'
import { type Installation, introduce, startInstallation } from './installation.fixture.ts'
import { largeFile, manifestOf, sentOf } from './large-file.fixture.ts'
import { clientTokenType } from './rules/client-token.ts'

const mebibyte = 1_048_576
const registrar = official({ organisation: 'civil-registry', roles: ['integrator', 'registrar'] })
const midwife = official({ organisation: ward, roles: ['integrator'] })
/** A scanner that knows one virus. */
const scanner = {
  async check(bytes: AsyncIterable<Uint8Array>): Promise<Verdict> {
    let found = false
    for await (const chunk of bytes) found ||= Buffer.from(chunk.buffer, chunk.byteOffset, 64).includes('test-virus')
    return found ? { found: 'Test.Virus' } : 'clean'
  },
}

/** The civil registry runs on one installation, the ward on another. */
let registry: Installation
let home: Installation
let token: (audience: string) => Promise<string>
beforeAll(async () => {
  registry = await startInstallation({ scanner })
  home = await startInstallation({ scanner })
  const pair = await newSigningPair()
  const signer = await signerOf(pair.privateJwk)
  await registry.register('civil-registry', 'civil-register', pair.publicJwk as Record<string, unknown>)
  token = aud => {
    const exp = Math.floor(registry.clock.now().getTime() / 1000) + 200
    return signer.sign(JSON.stringify({ iss: 'civil-registry', aud, exp }), clientTokenType)
  }
})
afterAll(async () => {
  await registry.close()
  await home.close()
})

const now = () => registry.clock.now().toISOString()
const door = (path: string) => `${registry.origin}/exchange/v1/files${path}`
async function announce(manifest: FileManifest): Promise<FileStanding & { code?: string }> {
  const jws = await registry.member.sign(manifest as never, fileType)
  const answer = await fetch(door(''), { method: 'POST', headers: { 'content-type': 'application/jose' }, body: jws })
  return (await answer.json()) as FileStanding & { code?: string }
}
async function put({ file }: FileManifest, part: number, body: Uint8Array) {
  const url = door(`/civil-registry/${file}/parts/${part}`)
  const answer = await fetch(url, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: Buffer.from(body),
  })
  return answer.status === 204 ? 204 : ((await answer.json()) as { code: string }).code
}
async function upload(manifest: FileManifest, part: (number: number) => Uint8Array): Promise<void> {
  for (const number of (await announce(manifest)).missing) expect(await put(manifest, number, part(number))).toBe(204)
  await registry.settle()
}
async function fetchFile({ file }: FileManifest, headers: Record<string, string> = {}) {
  const authorization = `Bearer ${await token('http://tests.localhost')}`
  return fetch(door(`/civil-registry/${file}`), { headers: { authorization, ...headers } })
}
const body = { year: 2025, region: 'north' }
const message = (id: string, files: readonly unknown[]) =>
  registry.member.sign({ id, contract: 'civil-registry.journal-scans@1', body, files } as never)

describe('a file of 64 MiB in parts of 8', () => {
  const scan = largeFile(64 * mebibyte + 17, 8 * mebibyte)
  const id = '01960000-0000-7000-8000-00000000fa01'
  let manifest: FileManifest
  beforeAll(() => {
    manifest = manifestOf(scan, 1, now())
  })

  it('goes on after a cut with the parts that are missing, in any order, each taken once and only as it was signed', async () => {
    expect((await announce(manifest)).missing).toHaveLength(9)
    for (const part of [1, 2, 5]) expect(await put(manifest, part, scan.part(part))).toBe(204)
    expect(await put(manifest, 3, scan.part(4))).toBe('exchange.file-part-wrong')
    expect(await put(manifest, 10, scan.part(1))).toBe('exchange.file-not-found')
    registry.clock.advance({ hours: 20 })
    const resumed = await announce(manifest)
    expect(resumed).toMatchObject({ state: 'uploading', missing: [3, 4, 6, 7, 8, 9] })
    expect(await registry.serve(await message(id, [sentOf(manifest)]))).toMatchObject({ code: 'exchange.file-awaited' })
    expect(await put(manifest, 5, scan.part(5))).toBe(204)
    for (const part of resumed.missing) expect(await put(manifest, part, scan.part(part))).toBe(204)
    expect(await announce(manifest)).toMatchObject({ state: 'checking', missing: [] })
    await registry.settle()
    expect(await announce(manifest)).toMatchObject({ state: 'ready', reason: null })
  })

  it('is named in the message with its digest, which is signed and logged, and lies encrypted', async () => {
    const other = { ...sentOf(manifest), sha256: '0'.repeat(64) }
    expect(await registry.serve(await message(id, [other]))).toMatchObject({ code: 'exchange.file-not-found' })
    expect(await registry.serve(await message(id, []))).toMatchObject({ code: 'exchange.message-refused' })
    expect(await registry.serve(await message(id, [sentOf(manifest)]))).toHaveProperty('reply')
    const opened = await registry.run(
      readMessage,
      { organisation: 'civil-registry', message: id, direction: 'received', reason: 'test of files' },
      official({ organisation: 'civil-registry', roles: ['auditor'] }),
    )
    expect(JSON.stringify(opened)).toContain(scan.sha256)
    const listed = await registry.run(listFiles, { organisation: 'civil-registry' }, registrar)
    expect(listed).toMatchObject({
      items: [
        { name: 'journal-2025.pdf', state: 'ready', virusCheck: 'clean', message: id, kept: 9, parts: 9, peer: ward },
      ],
    })
    const blobs = (await readdir(registry.filesFolder, { recursive: true, withFileTypes: true })).filter(e =>
      e.isFile(),
    )
    expect(blobs).toHaveLength(9)
    // Thirty-two bytes: four of them, `%PDF`, come about by chance in one of sixty-four ciphers of this length.
    const plain = blobs.map((_, place) => scan.part(place + 1).subarray(0, 32))
    for (const blob of blobs) {
      const bytes = await readFile(join(blob.parentPath, blob.name))
      expect(plain.some(beginning => bytes.includes(beginning))).toBe(false)
    }
  })

  it('is fetched whole and in ranges by a system of its receiver, and by nobody else', async () => {
    const answer = await fetchFile(manifest)
    expect([answer.status, answer.headers.get('content-length')]).toEqual([200, String(scan.size)])
    expect(answer.headers.get('repr-digest')).toBe(`sha-256=:${Buffer.from(scan.sha256, 'hex').toString('base64')}:`)
    let at = 0
    for await (const chunk of answer.body ?? []) at += chunk.byteLength
    expect(at).toBe(scan.size)
    const seam = 8 * mebibyte
    const range = await fetchFile(manifest, { range: `bytes=${seam - 3}-${seam + 4}`, 'accept-encoding': 'gzip' })
    expect([range.status, range.headers.get('content-range')]).toEqual([
      206,
      `bytes ${seam - 3}-${seam + 4}/${scan.size}`,
    ])
    const expected = Buffer.concat([scan.part(1).subarray(-3), scan.part(2).subarray(0, 5)])
    expect(Buffer.from(await range.arrayBuffer())).toEqual(expected)
    const past = await fetchFile(manifest, { range: `bytes=${scan.size}-` })
    expect([past.status, past.headers.get('content-range')]).toEqual([416, `bytes */${scan.size}`])
    expect((await fetchFile(manifest, { range: 'bytes=0-1', 'if-range': '"another"' })).status).toBe(200)
    const stranger = await fetch(door(`/civil-registry/${manifest.file}`), {
      headers: { authorization: 'Bearer a.b.c' },
    })
    expect(stranger.status).toBe(401)
  })

  it('is erased when its time is over; that there was one stays', async () => {
    registry.clock.advance({ days: 91 })
    await registry.settle()
    expect((await fetchFile(manifest)).status).toBe(410)
    const left = await readdir(registry.filesFolder, { recursive: true, withFileTypes: true })
    expect(left.filter(entry => entry.isFile())).toEqual([])
    const listed = await registry.run(listFiles, { organisation: 'civil-registry' }, registrar)
    expect(listed).toMatchObject({ items: [{ state: 'expired', sha256: scan.sha256, kept: 0 }] })
  })
})

describe('a file that is not let through', () => {
  const small = largeFile(200_000, 65_536)
  it('because it is another than was signed, another than its type, or has a virus', async () => {
    const infected = largeFile(200_000, 65_536, 'ill')
    const ill = Buffer.from(infected.part(1))
    ill.write('test-virus', 20)
    const hash = createHash('sha256').update(ill).digest('base64url')
    const cases: [FileManifest, string, (number: number) => Uint8Array][] = [
      [{ ...manifestOf(small, 2, now()), sha256: '1'.repeat(64) }, 'altered', small.part],
      [{ ...manifestOf(small, 3, now()), mediaType: 'text/csv' }, 'type-differs', small.part],
      [
        { ...manifestOf(infected, 4, now()), parts: [hash, ...infected.parts.slice(1)] },
        'virus',
        number => (number === 1 ? ill : infected.part(number)),
      ],
    ]
    for (const [manifest, reason, part] of cases) {
      await upload(manifest, part)
      expect(await announce(manifest)).toMatchObject({ state: 'refused', reason })
      const id = `01960000-0000-7000-8000-00000000fb${manifest.file.slice(-2)}`
      expect(await registry.serve(await message(id, [sentOf(manifest)]))).toMatchObject({
        code: 'exchange.file-refused',
        also: [{ code: `exchange.file-${reason}` }],
      })
      expect((await fetchFile(manifest)).status).toBe(422)
    }
  })

  it('because nobody signed it', async () => {
    const stranger = await registry.newSystem()
    const jws = await stranger.sign(manifestOf(small, 6, now()) as never, fileType)
    const answer = await fetch(door(''), { method: 'POST', body: jws })
    expect([answer.status, (await answer.json()).code]).toEqual([401, 'exchange.signature-invalid'])
  })
})

describe('from one installation to another', () => {
  it('a queued message waits for its file, which goes over part by part and is resumed', async () => {
    await introduce(home, registry, 'registry-installation', ['civil-registry'])
    await introduce(registry, home, 'ward-installation', [ward])
    const scan = largeFile(300_000, 65_536, 'home')
    const { time: _, consumer: __, system: ___, provider: ____, ...wanted } = manifestOf(scan, 7, '')
    const begun = await home.run(beginFile, { organisation: ward, ...wanted }, midwife)
    expect(begun).toMatchObject({ state: 'uploading', missing: [1, 2, 3, 4, 5] })
    const id = '01960000-0000-7000-8000-00000000fc01'
    const queued = {
      organisation: ward,
      message: id,
      contract: wanted.contract,
      purpose: wanted.purpose,
      ground: 'act:civil-registration/12.1',
      files: [wanted.file],
      body,
    }
    registry.clock.advance({ minutes: 1 })
    home.clock.set(registry.clock.now().toISOString())
    expect(await home.run(sendMessage, queued, midwife)).toMatchObject({ state: 'waiting' })
    for (let part = 1; part <= 5; part++) {
      const url = `${home.origin}/exchange/v1/files/${ward}/${wanted.file}/parts/${part}`
      expect((await fetch(url, { method: 'PUT', body: Buffer.from(scan.part(part)) })).status).toBe(204)
    }
    for (let turn = 0; turn < 6; turn++) {
      for (const installation of [home, registry]) {
        await installation.settle()
        installation.clock.advance({ minutes: 2 })
      }
    }
    const sent = await home.run(listFiles, { organisation: ward, direction: 'sent' }, midwife)
    expect(sent).toMatchObject({ items: [{ reason: null, state: 'delivered', peer: 'civil-registry', message: id }] })
    const queue = await home.run(listQueue, { organisation: ward }, midwife)
    expect(queue).toMatchObject({ items: [{ message: id, state: 'answered' }] })
    const range = await fetchFile({ ...manifestOf(scan, 7, '') }, { range: 'bytes=-5' })
    expect(Buffer.from(await range.arrayBuffer())).toEqual(scan.part(5).subarray(-5))
  })
})

it('within one installation the parts are shared, and erased with the last file that has them', async () => {
  const scan = largeFile(150_000, 65_536, 'shared')
  const { time: _, consumer: __, system: ___, provider: ____, ...wanted } = manifestOf(scan, 8, '')
  const here = await startInstallation()
  await here.run(beginFile, { organisation: ward, ...wanted }, midwife)
  for (let part = 1; part <= 3; part++) {
    const url = `${here.origin}/exchange/v1/files/${ward}/${wanted.file}/parts/${part}`
    expect((await fetch(url, { method: 'PUT', body: Buffer.from(scan.part(part)) })).status).toBe(204)
  }
  for (let turn = 0; turn < 3; turn++) {
    await here.settle()
    here.clock.advance({ minutes: 1 })
  }
  const received = await here.run(listFiles, { organisation: 'civil-registry' }, registrar)
  if (isRefused(received)) throw new Error(received.code)
  expect(received.items).toMatchObject([{ state: 'ready', direction: 'received', virusCheck: 'unchecked', kept: 3 }])
  const count = async () =>
    (await readdir(here.filesFolder, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile()).length
  expect(await count()).toBe(3)
  here.clock.advance({ days: 8 })
  await here.settle()
  expect(await count()).toBe(0)
  await here.close()
})
