import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rows, sql } from '@tereze/foundation-database'
import { createOutgoing, type LocalServer } from '@tereze/foundation-http'
import { noteVerifierOf, sha256 } from '@tereze/foundation-keys'
import { official, person } from '@tereze/foundation-testing'
import { createWitness, fileWitnessKey, httpWitnessLine, keptInFolder, serveWitness } from '@tereze/foundation-witness'
import { checkProofFile, type NoteVerifier } from '@tereze/merkle-log'
import { isRefused } from '@tereze/operation'
import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { auditPlatform } from '../audit-platform.fixture.ts'
import { getLogState, getProofFile } from '../contract/index.ts'
import { verifyLog } from '../verify-log.ts'
import { collectCosignatures } from './collect-cosignatures.ts'

const organisation = 'social-protection'
const folder = mkdtempSync(join(tmpdir(), 'tereze-witness-'))
const known: string[] = []
const key = await fileWitnessKey(folder, 'witness.example')
const witness = createWitness({ key, kept: keptInFolder(folder), logs: async () => known, now: () => new Date() })
const server: LocalServer = await serveWitness(witness, { host: '127.0.0.1', port: 0 })
const outgoing = createOutgoing({ privateHosts: [new URL(server.url).host] })
const line = httpWitnessLine(`${server.url}#${key.verifierKey}`, outgoing)
if (line === null) throw new Error('the place of the witness is wrong')
const platform = await auditPlatform([line])
const mother = person()
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const collect = () => collectCosignatures.run(platform.runner.jobContext('audit.collect-cosignatures'))
async function state() {
  const told = await platform.run(getLogState, { organisation }, official({ roles: ['auditor'] }))
  if (isRefused(told)) throw new Error(told.code)
  return told
}
const doubts = () =>
  rows(
    platform.database,
    sql`select data->>'state' as state, data->>'size' as size from events.outbox where type = 'audit.witness-doubted'
      order by (data->>'size')::int desc`,
  )
const verifiers = (keys: readonly string[]) =>
  keys.map(noteVerifierOf).filter((one): one is NoteVerifier => one !== null)
async function write(count: number) {
  const lines = await platform.append(
    ...Array.from({ length: count }, () =>
      platform.newLine({ subjects: [mother.id, 'person_01960000-0000-7000-8000-000000000999'] }),
    ),
  )
  await platform.sealed(count)
  return lines
}

test('the newest checkpoint is cosigned, once, and goes on from there', async () => {
  const [first] = await write(40)
  expect(await collect()).toBe(0)
  expect((await state()).witnesses).toMatchObject([{ witness: 'witness.example', state: 'refused', size: 40 }])
  expect(await doubts()).toEqual([])
  known.push(...(await state()).keys)
  expect(await collect()).toBe(1)
  expect(await collect()).toBe(0)
  await write(300)
  expect(await collect()).toBe(1)
  expect(await state()).toMatchObject({
    origin: 'services.example/social-protection/audit',
    size: 340,
    witnesses: [{ state: 'cosigned', size: 340 }],
  })

  const proof = await platform.run(getProofFile, { organisation, line: first?.id ?? '' }, mother)
  if (isRefused(proof)) throw new Error(proof.code)
  const trusted = { log: verifiers((await state()).keys), witnesses: verifiers([key.verifierKey]) }
  const proved = await checkProofFile(proof.file, trusted, sha256)
  if ('fault' in proved) throw new Error(proved.fault)
  expect(proved).toMatchObject({ index: 0, size: 340, witnesses: ['witness.example'] })
  const told = new TextDecoder().decode(proved.entry)
  expect(JSON.parse(told)).toMatchObject({ id: first?.id, operation: first?.operation })
  expect(told).not.toContain('person_')
})

test('a key that was renewed is believed when the witness knows it', async () => {
  await platform.database.transaction(organisation, tx => platform.keys.rotate(tx, 'audit'))
  await write(1)
  expect(await collect()).toBe(0)
  expect((await state()).witnesses).toMatchObject([{ state: 'refused' }])
  expect(await collect()).toBe(0)
  expect(await doubts()).toEqual([{ state: 'refused', size: '341' }])
  known.push(...(await state()).keys.filter(text => !known.includes(text)))
  expect(await collect()).toBe(1)
})

test('a log that was rolled back is seen by the witness and not cosigned', async () => {
  const seen = await line.newest('services.example/social-protection/audit')
  if (seen === null || seen === 'silent') throw new Error('nothing is kept')
  const operator = new Client({ connectionString: platform.database.url })
  await operator.connect()
  await operator.query(`select set_config('tereze.tenant', $1, false)`, [organisation])
  for (const table of ['subjects', 'lines', 'leaves', 'tiles', 'checkpoints', 'logs', 'cosignatures']) {
    await operator.query(`alter table audit.${table} disable trigger user`)
    await operator.query(`delete from audit.${table} where tenant = '${organisation}'`)
    await operator.query(`alter table audit.${table} enable trigger user`)
  }
  await operator.end()
  await write(50)
  expect(await collect()).toBe(0)
  expect((await state()).witnesses).toMatchObject([{ state: 'ahead', size: 50 }])
  expect(await doubts()).toMatchObject([{}, { state: 'ahead' }])
  await write(400)
  expect(await collect()).toBe(0)
  expect((await state()).witnesses).toMatchObject([{ state: 'refused', size: 450 }])
  const witnessed = [{ witness: 'witness.example', checkpoint: seen }]
  expect((await verifyLog(platform.database, organisation, platform.signer)).problems).toEqual([])
  expect((await verifyLog(platform.database, organisation, platform.signer, witnessed)).problems).toMatchObject([
    { problem: 'witness-differs', at: 341, witness: 'witness.example' },
  ])
})
