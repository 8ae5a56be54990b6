import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { newSigningPair, signerOf } from '@tereze/foundation-keys'
import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ExchangeReply, type FileManifest, fileType, listFiles, type SentFile } from './contract/index.ts'
import { type Installation, introduce, startInstallation } from './installation.fixture.ts'
import { clientTokenType } from './rules/client-token.ts'
import { onTopics, publisher, subscriber, topic, wanted } from './topics-platform.fixture.ts'

/** The civil registry publishes on one installation; the health office follows from another, the kindergartens' system reads. */
let registry: Installation
let health: Installation
let here: ReturnType<typeof onTopics>
let there: ReturnType<typeof onTopics>

beforeAll(async () => {
  registry = await startInstallation()
  health = await startInstallation()
  await introduce(health, registry, 'registry-installation', [publisher])
  await introduce(registry, health, 'health-installation', [subscriber])
  const files = {
    mediaTypes: ['text/plain'],
    size: 2_000,
    count: 1,
    files: [
      {
        name: '= "birth-" + response.born + ".txt"',
        mediaType: 'text/plain',
        text: '= if response.region = "south" then string join(for i in 1..3000 return "x") else "born in the " + response.region',
      },
    ],
  }
  for (const { packages } of [registry, health]) {
    const contract = packages.get('contract', 'civil-registry.birth-changes').json.get('contract.json')
    Object.assign((contract as { serves: { topic: object } }).serves.topic, { files })
  }
  here = onTopics(registry)
  there = onTopics(health)
  await there.subscribe()
  await turn()
})
afterAll(async () => {
  await registry.close()
  await health.close()
})

/** Lets both sides do what is due. */
async function turn(times = 3): Promise<void> {
  for (let count = 0; count < times; count++)
    for (const installation of [registry, health]) {
      await installation.settle()
      installation.clock.advance({ seconds: 20 })
    }
}
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const blobs = async (of: Installation) =>
  (await readdir(of.filesFolder, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile()).length
async function files(of: Installation, organisation: string) {
  const found = await of.run(listFiles, { organisation }, official({ organisation, roles: ['integrator'] }))
  if (isRefused(found)) throw new Error(found.code)
  return found.items
}
/** A system of a member on the registry's installation, which reads the topic and fetches files. */
async function reader(organisation: string, purpose: string) {
  const pair = await newSigningPair()
  const signer = await signerOf(pair.privateJwk)
  await registry.register(organisation, `${organisation}-system`, pair.publicJwk as Record<string, unknown>)
  let last = 0
  return {
    async read() {
      const message = {
        id: `01960000-0000-7000-8000-0000000b${String(++last).padStart(4, '0')}`,
        ...{ contract: topic, consumer: organisation, system: `${organisation}-system`, provider: publisher },
        ...{ purpose, time: registry.clock.now().toISOString(), body: { ask: 'read', after: 0 } },
      }
      const body = await signer.sign(JSON.stringify(message), 'tereze-message+jws')
      const answered = await fetch(`${registry.origin}/exchange/v1/messages`, { method: 'POST', body })
      const payload = (await answered.text()).split('.')[1] ?? ''
      const reply = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as ExchangeReply
      return (reply.body as { items: { files?: SentFile[]; withoutFiles?: string }[] }).items
    },
    async fetch(file: string) {
      const exp = Math.floor(registry.clock.now().getTime() / 1000) + 200
      const claims = { iss: organisation, aud: 'http://tests.localhost', exp }
      const token = await signer.sign(JSON.stringify(claims), clientTokenType)
      return fetch(`${registry.origin}/exchange/v1/files/${publisher}/${file}`, {
        headers: { authorization: `Bearer ${token}` },
      })
    },
  }
}

it('tells another installation of a record with its file, named and signed in the message, once; the same after it followed anew', async () => {
  const record = await here.bear()
  await turn()
  const [told] = await there.told()
  const file = { name: 'birth-2026-03-01.txt', mediaType: 'text/plain', sha256: sha256('born in the north') }
  expect(told).toMatchObject({ key: record, files: [file] })
  expect(await files(health, subscriber)).toMatchObject([
    { ...file, direction: 'received', state: 'ready', peer: publisher, contract: topic, purpose: wanted.purpose },
  ])
  expect([await blobs(registry), await blobs(health)]).toEqual([1, 1])
  await there.subscribe({ after: 0 })
  await turn()
  expect(await there.told()).toEqual([told])
  expect((await here.topic()).subscribers).toMatchObject([{ lag: 0, dead: 0 }])
})

it('lets the system of a member fetch it that may read the topic, and nobody else', async () => {
  const school = await reader('education', 'kindergarten-place')
  const bank = await reader('demo-bank', 'kindergarten-place')
  const [said] = await school.read()
  const file = said?.files?.[0]?.file ?? ''
  const got = await school.fetch(file)
  expect([got.status, await got.text()]).toEqual([200, 'born in the north'])
  expect(await bank.fetch(file).then(({ status }) => status)).toBe(403)
})

it('tells without a file, and why, when it cannot be made as the topic promises, and holds nothing up', async () => {
  const heavy = await here.bear()
  await here.move(heavy, 'south')
  const after = await here.bear()
  await turn()
  const told = new Map((await there.told()).map(message => [message.key, message]))
  expect(told.get(heavy)).toMatchObject({ files: [], withoutFiles: 'too-large' })
  expect(told.get(after)).toMatchObject({ files: [{ name: 'birth-2026-03-01.txt' }] })
})

it('takes no file of a topic that it does not follow, nor from another member', async () => {
  const pair = await newSigningPair()
  await health.register(publisher, 'register', pair.publicJwk as Record<string, unknown>)
  const signer = await signerOf(pair.privateJwk)
  const announce = async (more: Partial<FileManifest>) => {
    const manifest = {
      ...{ file: '01960000-0000-7000-8000-00000000fff1', name: 'a.txt', mediaType: 'text/plain', size: 5 },
      ...{ sha256: '0'.repeat(64), partSize: 65_536, parts: ['a'.repeat(43)], contract: topic, consumer: publisher },
      ...{ system: 'register', provider: subscriber, purpose: wanted.purpose },
      ...{ time: health.clock.now().toISOString(), ...more },
    }
    const jws = await signer.sign(JSON.stringify(manifest), fileType)
    const sent = await fetch(`${health.origin}/exchange/v1/files`, { method: 'POST', body: jws })
    return ((await sent.json()) as { code?: string; state?: string }).code
  }
  expect(await announce({ purpose: 'curiosity' })).toBe('exchange.not-subscribed')
  expect(await announce({ size: 3_000 })).toBe('exchange.file-too-large')
  expect(await announce({ mediaType: 'text/csv' })).toBe('exchange.file-type-not-taken')
  expect(await announce({ consumer: 'education' })).toBe('exchange.signature-invalid')
})

it('keeps files as long as messages, on both sides', async () => {
  for (const installation of [registry, health]) installation.clock.advance({ days: 31 })
  await turn(1)
  expect([await blobs(registry), await blobs(health)]).toEqual([0, 0])
  expect(await there.told()).toEqual([])
})
