import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createOutgoing } from '@tereze/foundation-http'
import { keyLogSigner, noteVerifierOf } from '@tereze/foundation-keys'
import { official } from '@tereze/foundation-testing'
import { createWitness, fileWitnessKey, httpWitnessLine, keptInFolder, serveWitness } from '@tereze/foundation-witness'
import { openNote, parseCheckpoint } from '@tereze/merkle-log'
import { isRefused, type Refused } from '@tereze/operation'
import { afterAll, expect, it } from 'vitest'
import { getMessageLogState, proveEntry } from '../contract/index.ts'
import { exchangePlatform, notification } from '../exchange-platform.fixture.ts'
import { collectCosignatures } from '../jobs/collect-cosignatures.ts'
import { sealMessages } from '../jobs/seal-messages.ts'
import { verifyMessageLog } from '../verify-message-log.ts'

const organisation = 'civil-registry'
const auditor = official({ organisation, roles: ['auditor'] })
const folder = mkdtempSync(join(tmpdir(), 'tereze-witness-'))
const known: string[] = []
const key = await fileWitnessKey(folder, 'witness.example')
const kept = keptInFolder(folder)
const server = await serveWitness(createWitness({ key, kept, logs: async () => known, now: () => new Date() }), {
  host: '127.0.0.1',
  port: 0,
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})
const line = httpWitnessLine(
  `${server.url}#${key.verifierKey}`,
  createOutgoing({ privateHosts: [new URL(server.url).host] }),
)
if (line === null) throw new Error('the place of the witness is wrong')
const platform = await exchangePlatform({ witnesses: [line] })
const signer = keyLogSigner(platform.keys, 'services.example', 'exchange-log')

const work = (job: typeof sealMessages) => job.run(platform.runner.jobContext(job.name))
async function needed<T>(given: Promise<T>): Promise<Exclude<T, Refused<string>>> {
  const value = await given
  if (isRefused(value)) throw new Error(value.code)
  return value as Exclude<T, Refused<string>>
}
const state = () => needed(platform.run(getMessageLogState, { organisation }, auditor))
let last = 0
async function say() {
  const id = `01960000-0000-7000-8000-0000000d${String(++last).padStart(4, '0')}`
  await platform.serve(await platform.member.sign({ id, body: notification(`W-${last}`, platform.mother.identifier) }))
  await work(sealMessages)
  return id
}
const prove = (message: string) =>
  needed(platform.run(proveEntry, { organisation, message, direction: 'received' }, auditor))

it('tells which witnesses cosigned the log of messages; a proof carries what they signed', async () => {
  const first = await say()
  expect(await work(collectCosignatures)).toBe(0)
  expect(await state()).toMatchObject({
    origin: signer.nameOf(organisation),
    size: 1,
    witnesses: [{ witness: 'witness.example', state: 'refused', size: 1 }],
  })
  expect(await prove(first)).toMatchObject({ cosigned: null })

  known.push(...(await state()).keys)
  await say()
  expect(await work(collectCosignatures)).toBe(1)
  expect(await work(collectCosignatures)).toBe(0)
  expect(await state()).toMatchObject({ size: 2, witnesses: [{ state: 'cosigned', size: 2 }] })
  const { cosigned, size } = await prove(first)
  expect(size).toBe(1)
  expect(cosigned).toMatchObject({ size: 2, witnesses: ['witness.example'] })
  expect(cosigned?.proof).toHaveLength(1)
  const verifier = noteVerifierOf(key.verifierKey)
  const opened = verifier === null ? null : await openNote(cosigned?.checkpoint ?? '', [verifier])
  expect(parseCheckpoint(opened?.text ?? '')).toMatchObject({ size: 2 })
})

it('finds by what a witness keeps that the log was rolled back or written anew', async () => {
  const seen = await line.newest(signer.nameOf(organisation))
  if (seen === null || seen === 'silent') throw new Error('nothing is kept')
  const verify = (checkpoint: typeof seen) =>
    verifyMessageLog(platform.database, organisation, signer, [{ witness: 'witness.example', checkpoint }])
  expect(await verify(seen)).toMatchObject({ witnessed: ['witness.example'], problems: [] })
  expect(await verify({ ...seen, root: new Uint8Array(32) })).toMatchObject({
    witnessed: [],
    problems: [{ problem: 'witness-differs', at: 2, witness: 'witness.example' }],
  })
  expect(await verify({ ...seen, size: 9 })).toMatchObject({
    problems: [{ problem: 'shorter-than-witnessed', at: 9, witness: 'witness.example' }],
  })
})
