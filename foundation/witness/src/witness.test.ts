import { generateKeyPairSync, sign } from 'node:crypto'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createOutgoing, type LocalServer } from '@tereze/foundation-http'
import { sha256 } from '@tereze/foundation-keys'
import {
  consistencyFromTiles,
  type ExtendedLog,
  extendLog,
  formatCheckpoint,
  formatVerifierKey,
  hashLeaf,
  noteAlgorithm,
  noteKeyId,
  openNote,
  rootFromTiles,
  signNote,
} from '@tereze/merkle-log'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createWitness,
  fileWitnessKey,
  httpWitnessLine,
  keptInFolder,
  serveWitness,
  type WitnessLine,
} from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'tereze-witness-'))
const logs: string[] = []
const log = signedLog('registry.example/civil-registry/audit')
const honest = grown(0)
const forged = grown(77)
let server: LocalServer
let line: WitnessLine

function grown(seed: number): ExtendedLog {
  const leaves = Array.from({ length: 600 }, (_, place) =>
    hashLeaf(new Uint8Array([place % 256, place === 9 ? seed : 0]), sha256),
  )
  return extendLog({ size: 0, frontier: [] }, leaves, sha256)
}

function signedLog(name: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = Uint8Array.from(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32))
  const key = { name, algorithm: noteAlgorithm.ed25519, publicKey: raw }
  const signer = {
    name,
    keyId: noteKeyId(name, key.algorithm, raw, sha256),
    sign: async (text: Uint8Array) => Uint8Array.from(sign(null, text, privateKey)),
  }
  const note = (size: number, of: ExtendedLog) =>
    signNote(
      formatCheckpoint({ origin: name, size, root: rootFromTiles(size, of.tiles, sha256), extensions: [] }),
      signer,
    )
  const request = async (old: number, size: number, of = honest) => ({
    old,
    proof: old > 0 && old < size ? consistencyFromTiles(old, size, of.tiles, sha256) : [],
    note: await note(size, of),
  })
  return { name, verifierKey: formatVerifierKey(key, sha256), note, request }
}

async function run(): Promise<void> {
  const key = await fileWitnessKey(folder, 'witness.example')
  const parts = {
    key,
    kept: keptInFolder(join(folder, 'logs')),
    logs: async () => logs,
    now: () => new Date(1_700_000_000_000),
  }
  server = await serveWitness(createWitness(parts), { host: '127.0.0.1', port: 0 })
  const outgoing = createOutgoing({ privateHosts: [new URL(server.url).host] })
  const made = httpWitnessLine(`${server.url}#${key.verifierKey}`, outgoing)
  if (made === null) throw new Error('the place of the witness is wrong')
  line = made
}

beforeAll(run)
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

test('a log that it does not know, or that others signed, is not cosigned', async () => {
  expect(await line.cosign(await log.request(0, 200))).toEqual({ said: 'refused', status: 404 })
  logs.push(signedLog(log.name).verifierKey)
  expect(await line.cosign(await log.request(0, 200))).toEqual({ said: 'refused', status: 403 })
  logs.push(log.verifierKey)
})

test('what continues is cosigned, kept, and shown with the cosignature', async () => {
  expect(await line.newest(log.name)).toBeNull()
  const first = await log.request(0, 200)
  const answer = await line.cosign(first)
  if (answer.said !== 'cosigned') throw new Error(answer.said)
  expect((await openNote(`${first.note}${answer.lines}`, [line.verifier]))?.signedBy).toEqual(['witness.example'])
  expect(await line.cosign(await log.request(200, 500))).toMatchObject({ said: 'cosigned' })
  expect(await line.newest(log.name)).toMatchObject({ origin: log.name, size: 500 })
  expect((await (await fetch(`${server.url}key`)).text()).trim()).toBe(line.verifierKey)
})

test('a log that was rewritten or rolled back is refused, and the proof of it kept', async () => {
  expect(await line.cosign(await log.request(200, 300))).toEqual({ said: 'size', size: 500 })
  expect(await line.cosign(await log.request(500, 600, forged))).toEqual({ said: 'refused', status: 422 })
  expect(await line.cosign({ ...(await log.request(500, 500, forged)), old: 500 })).toEqual({
    said: 'refused',
    status: 409,
  })
  expect(await line.cosign({ ...(await log.request(0, 300)), old: 500 })).toEqual({ said: 'refused', status: 400 })
  expect(await line.newest(log.name)).toMatchObject({ size: 500 })
  const [refused = ''] = readdirSync(join(folder, 'logs')).filter(name => name.endsWith('.refused'))
  const notes = readFileSync(join(folder, 'logs', refused), 'utf8')
    .trim()
    .split('\n')
  expect(notes.map(note => JSON.parse(note))).toEqual(
    [await log.note(300, honest), await log.note(600, forged), await log.note(500, forged)].map(note =>
      expect.stringContaining(note.slice(0, note.lastIndexOf('\n\n'))),
    ),
  )
})

test('of many requests at once one is cosigned, and the others learn the size', async () => {
  const asked = await Promise.all([501, 502, 503].map(size => log.request(500, size)))
  const said = (await Promise.all(asked.map(request => line.cosign(request)))).map(answer => answer.said)
  expect(said.sort()).toEqual(['cosigned', 'size', 'size'])
})

test('it begins again with the same key and the same memory, whatever a power cut left of the last line', async () => {
  const { verifierKey } = line
  await server.close()
  const [kept = ''] = readdirSync(join(folder, 'logs')).filter(name => name.endsWith('.cosigned'))
  appendFileSync(join(folder, 'logs', kept), '"registry.exa')
  await run()
  expect(line.verifierKey).toBe(verifierKey)
  expect(statSync(join(folder, 'witness.key')).mode & 0o777).toBe(0o600)
  const before = await line.newest(log.name)
  if (before === null || before === 'silent') throw new Error('nothing is kept')
  expect(before.size).toBeGreaterThan(500)
  expect(await line.cosign(await log.request(before.size, 600))).toMatchObject({ said: 'cosigned' })
  expect(await line.newest(log.name)).toMatchObject({ size: 600 })
})

test('what is no request gets no signature', async () => {
  const post = (body: string) =>
    fetch(`${server.url}add-checkpoint`, { method: 'POST', body }).then(({ status }) => status)
  expect(await post('hello')).toBe(400)
  expect(await post(`old 1\n\n${log.name}\n1\n`)).toBe(403)
  expect(await post('x'.repeat(70_000))).toBe(413)
  expect((await fetch(`${server.url}checkpoint/%E0%A4%A`)).status).toBe(404)
})
