import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getProofFile } from '@tereze/audit/contract'
import { official } from '@tereze/foundation-testing'
import { createWitness, fileWitnessKey, keptInFolder, serveWitness } from '@tereze/foundation-witness'
import { isRefused } from '@tereze/operation'
import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { auditPlatform } from '../../../../modules/audit/src/audit-platform.fixture.ts'
import { tereze } from '../said.fixture.ts'

const platform = await auditPlatform()
const folder = mkdtempSync(join(tmpdir(), 'tereze-cli-'))
const before = { ...process.env }
Object.assign(process.env, {
  DATABASE_URL: platform.database.url,
  TEREZE_DATA: folder,
  TEREZE_ORIGIN: 'https://services.example',
  TEREZE_MASTER_KEY: Buffer.alloc(32, 7).toString('base64url'),
})
const key = await fileWitnessKey(folder, 'witness.example')
const known: string[] = []
const witness = createWitness({ key, kept: keptInFolder(folder), logs: async () => known, now: () => new Date() })
const server = await serveWitness(witness, { host: '127.0.0.1', port: 0 })
const place = `${server.url}#${key.verifierKey}`
afterAll(async () => {
  process.env = before
  await server.close()
  rmSync(folder, { recursive: true })
})

test('logs are verified, a changed row is named, a proof is checked without the platform', async () => {
  const lines = await platform.append(...Array.from({ length: 30 }, () => platform.newLine()))
  await platform.append(platform.newLine({ tenant: 'health' }))
  await platform.sealed(31)
  const verify = (...more: string[]) => tereze('audit', 'verify', ...more)
  expect(await verify()).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^✓ health: 1 line, .*\n✓ social-protection: 30 lines, \d+ checkpoints?, no witness$/),
  })
  expect(await verify('--witness', place)).toMatchObject({
    code: 1,
    err: expect.stringContaining('TEREZE_PRIVATE_PEERS'),
  })
  process.env.TEREZE_PRIVATE_PEERS = new URL(server.url).host
  expect(await verify('--witness', place)).toMatchObject({ code: 0 })
  expect(await verify('--witness', 'https://witness.example')).toMatchObject({ code: 2 })
  expect(await verify('--organisation', 'nobody')).toMatchObject({ code: 1, err: expect.stringContaining('health') })

  const keys = (await tereze('audit', 'keys')).out.split('\n')
  const own = keys.find(text => text.startsWith('services.example/social-protection/audit+')) ?? ''
  expect(keys).toHaveLength(2)
  const proof = await platform.run(
    getProofFile,
    { organisation: 'social-protection', line: lines[4]?.id ?? '' },
    official({ roles: ['auditor'] }),
  )
  if (isRefused(proof)) throw new Error(proof.code)
  const file = join(folder, 'line.tlog-proof')
  writeFileSync(file, proof.file)
  const check = (...more: string[]) => tereze('audit', 'check', file, ...more)
  expect(await check('--log', own, '--json').then(({ out }) => JSON.parse(out))).toMatchObject({
    index: 4,
    size: 30,
    witnesses: [],
    line: { id: lines[4]?.id },
  })
  expect(await check('--log', keys.find(text => text !== own) ?? '')).toMatchObject({ code: 1 })
  expect(await check()).toMatchObject({ code: 2, err: expect.stringContaining('--log is missing') })
  writeFileSync(file, proof.file.replace('index 4', 'index 5'))
  expect(await check('--log', own)).toMatchObject({ code: 1, out: '✗ the line is not in the log' })

  const operator = new Client({ connectionString: platform.database.url })
  await operator.connect()
  await operator.query(`select set_config('tereze.tenant', 'social-protection', false)`)
  await operator.query('alter table audit.lines disable trigger user')
  await operator.query(`update audit.lines set content = content || '{"outcome":"none"}' where id = $1`, [lines[7]?.id])
  await operator.query('alter table audit.lines enable trigger user')
  await operator.end()
  const { code, out } = await verify('--organisation', 'social-protection')
  expect([code, out.split('\n')[1]]).toEqual([1, `  ✗ a line was changed  at 7  ${lines[7]?.id}`])
}, 60_000)

test('the log is exported for a SIEM from a place on, and notes that it was', async () => {
  const run = (...more: string[]) => tereze('audit', 'export', '--organisation', 'health', ...more)
  const whole = await run('--json')
  const { next } = JSON.parse(whole.err) as { next: number }
  const lines = whole.out.split('\n').map(text => JSON.parse(text) as { event: { sequence: number } })
  expect(lines.map(({ event }) => event.sequence)).toEqual(Array.from({ length: next }, (_, n) => n))
  await platform.sealed(1)
  const cef = await run('--format', 'cef', '--since', String(next), '--limit', '1')
  expect(cef.out).toMatch(/^CEF:0\|Tereze\|Audit log\|1\|audit\.export-lines\|/)
  expect(cef.err).toBe(`next: --since ${next + 1}`)
  for (const wrong of [
    ['--format', 'xml'],
    ['--since', 'x'],
  ])
    expect(await run(...wrong)).toMatchObject({ code: 2 })
  expect(await tereze('audit', 'export', '--organisation', 'nobody')).toMatchObject({ code: 1 })
})

test('a witness is named rightly and knows its file of logs before it starts', async () => {
  const run = (...args: string[]) => tereze('witness', ...args)
  expect(await run('--name', 'a b', '--folder', folder, '--logs', 'x')).toMatchObject({ code: 2 })
  expect(await run('--name', 'a.example', '--folder', folder)).toMatchObject({ code: 2 })
  expect(await run('--name', 'a.example', '--folder', folder, '--logs', join(folder, 'none'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('verifier keys'),
  })
})
