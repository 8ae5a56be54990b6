/**
 * A unique marker stands in every protected field of every register; a child is born, everything runs; then all that the platform shows
 * to those who may not know it is searched: logs as the server really writes them, with traces, metrics, events, audit lines, errors, open
 * data, and the public catalogue.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readDataFile } from '@tereze/data-files'
import { decidePublication, requestPublication } from '@tereze/datasets/contract'
import { openDatabase, rows, sql } from '@tereze/foundation-database'
import { diskFiles } from '@tereze/foundation-files'
import { fileMasterKey } from '@tereze/foundation-keys'
import { createIds, systemClock } from '@tereze/foundation-operations'
import { createTelemetry } from '@tereze/foundation-telemetry'
import { official, startServerProcess, testDatabase } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { beginImport, checkImport, exportRecords, findRecords, getImport } from '@tereze/registers/contract'
import { bindOutside, composePlatform } from '@tereze/server'
import { afterAll, describe, expect, test } from 'vitest'
import { answerBySms, notificationOf, type Telling, tellBirth } from '../births/birth.ts'
import { mothersOf } from '../births/mothers.ts'
import { findLeaks } from './find-leaks.ts'
import { guardedRegisters, markerOf, type Planted, plantMarkers } from './plant-markers.ts'

const folder = mkdtempSync(join(tmpdir(), 'tereze-canary-'))
const { url } = await testDatabase()
const server = await startServerProcess({
  folder,
  people: 300,
  environment: { DATABASE_URL: url, TEREZE_LOG_LEVEL: 'debug', TEREZE_RATE: '1000000' },
})
const until = performance.now() + 120_000
const ownLog: string[] = []
const database = openDatabase({ url, max: 4 })
const outside = bindOutside(
  { demo: true, bankUrl: null, bankToken: null, smtpUrl: null, mailFrom: 'tereze@mail.example', smsUrl: null },
  { database, now: () => systemClock.now(), smsSecret: null },
)
/** A second node of the same installation, for what only officials and the platform itself do. */
const node = await composePlatform({
  database,
  clock: systemClock,
  ids: createIds(systemClock),
  master: await fileMasterKey({ folder: join(folder, 'keys') }),
  files: diskFiles({ folder: join(folder, 'files') }),
  telemetry: createTelemetry({ level: 'debug', destination: { write: line => void ownLog.push(line) } }),
  origin: server.origin,
  bindings: outside.bindings,
  demoSignIn: null,
})
afterAll(async () => {
  await server.stop()
  await outside.close()
  await database.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}, 60_000)

let planted = 0
const next = () => markerOf(planted++)
const [mother, other] = mothersOf(folder)
if (mother === undefined || other === undefined) throw new Error('the demo country has no two mothers')
const { person } = mother
const banner = server.output().length
const registers: Planted[] = []
/** Plants in all registers; those that held nothing before get their markers when it is called again. */
async function plant(): Promise<void> {
  for (const pack of guardedRegisters(node.runner)) {
    const index = registers.findIndex(({ register }) => register === pack.id)
    if ((registers[index]?.markers.length ?? 0) > 0) continue
    registers.splice(index, index === -1 ? 0 : 1)
    registers.push(await plantMarkers(node.runner, database, pack, person, next))
  }
}
await plant()
/** Words that a person writes, which belong into no log either: a name, a search, a comment, what an official loads. */
const [childName = '', searched = '', written = '', loaded = '', wrongSms = ''] = Array.from({ length: 5 }, next)
const words = [childName, searched, written, loaded, wrongSms, mother.phone, mother.identifier]
const markers = () => [...registers.flatMap(one => one.markers), ...words]

const errors: string[] = []
/** Asks and keeps what is answered when it is an error. */
async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(`${server.origin}${path}`, {
    redirect: 'manual',
    signal: AbortSignal.timeout(30_000),
    ...init,
  })
  if (response.status >= 400)
    errors.push(`${path.split('?')[0]?.replace(/[^/a-z.-]/g, '')} ${response.status} ${await response.clone().text()}`)
  return response
}
const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

async function everythingRuns(): Promise<void> {
  const telling: Telling = { origin: server.origin, folder, until }
  const notification = notificationOf(telling, mother as NonNullable<typeof mother>, 'N-canary')
  const { citizen } = await tellBirth(telling, mother as NonNullable<typeof mother>, notification, childName)
  for (const path of [
    '/',
    '/me',
    '/me/looks',
    '/cases',
    '/documents',
    '/messages',
    `/search?words=${encodeURIComponent(searched)}`,
  ])
    expect((await citizen.open(path)).status, path).toBe(200)

  // What is asked wrongly, by nobody and by her: addresses, searches, bodies and signatures that hold somebody's data.
  const found = {
    organisation: 'civil-registry',
    register: 'people',
    where: { identifier: mother?.identifier, name: written },
  }
  await ask(`/${encodeURIComponent(written)}/${childName}?name=${encodeURIComponent(written)}`)
  await ask(`/v1/registers/find-records?input=${encodeURIComponent(JSON.stringify(found))}`)
  await ask(`/v1/registers/find-records?organisation=x&register=${encodeURIComponent(written)}`)
  await ask('/v1/registers/find-records', json(found))
  await ask('/v1/registers/find-records', json(`{"where": {"name": "${written}"`))
  await ask('/v1/registers/find-records', json({ [written]: written, organisation: written }))
  await ask(
    '/sms/v1/messages',
    json({ id: 'x', from: mother?.phone, text: wrongSms }, { 'x-tereze-time': 'x', 'x-tereze-signature': 'y' }),
  )
  await ask('/v1/exchange', json({ message: written }))
  await ask(`/verify/${encodeURIComponent(written)}`)
  await ask(`/links/civil-registry/${encodeURIComponent(written)}/${encodeURIComponent(written)}`)
  await ask(`/datasets/births-by-month/latest/rows?region=${encodeURIComponent(written)}`)
  await ask(`/datasets/${encodeURIComponent(written)}/1/data.csv`)
  await answerBySms(telling, { id: `sms-${randomUUID()}`, from: other?.phone ?? '', text: `NAME ${wrongSms}` })
  const refused = async (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: Error) => void errors.push(error.message),
    )
  await refused(citizen.read('registers/find-records', found))
  await refused(
    citizen.act(
      'profile/report-error',
      { organisation: 'civil-registry', register: 'people', record: written, pointer: '/name', text: written },
      'wrong',
    ),
  )
  await refused(
    citizen.act(
      'cases/rate-case',
      { organisation: 'civil-registry', case: written, rating: 9, comment: written },
      'rate',
    ),
  )

  // What officials do: a search, an export, a file that is full of faults.
  const registrar = official({ organisation: 'civil-registry', roles: ['registrar'] })
  const people = { organisation: 'civil-registry', register: 'people' }
  const exported = await node.runner.call(
    exportRecords,
    { ...people, where: { identifier: mother?.identifier ?? '' }, format: 'csv' },
    registrar,
  )
  if (isRefused(exported)) throw new Error(exported.code)
  const names = registers.find(({ register }) => register === 'people')?.markers ?? []
  // The search itself finds the markers where they may be found: so it can find them where they may not.
  expect(findLeaks({ exported: Buffer.from(exported.content, 'base64').toString() }, names).length).toBeGreaterThan(0)
  await node.runner.call(findRecords, { ...people, where: { name: searched } }, registrar)
  const content = Buffer.from(
    `identifier;name.family;born;${written}\r\n${loaded};"${loaded}";not a date;x\r\n"${loaded}`,
  ).toString('base64')
  const begun = await node.runner.call(beginImport, { ...people, name: `${written}.csv`, content }, registrar)
  if (isRefused(begun)) errors.push(JSON.stringify(begun))
  else {
    await expect
      .poll(
        async () => {
          const held = await node.runner.call(getImport, { ...people, import: begun.import }, registrar)
          return isRefused(held) ? held.code : held.state
        },
        { timeout: 30_000, interval: 500 },
      )
      .not.toBe('reading')
    await node.runner.call(checkImport, { ...people, import: begun.import } as never, registrar)
  }

  // Open data are made anew after all that.
  const [one, two] = ['1', '2'].map(end =>
    official({
      id: `official_01960000-0000-7000-8000-0000000000a${end}`,
      organisation: 'civil-registry',
      roles: ['head'],
    }),
  )
  if (one === undefined || two === undefined) throw new Error('nobody publishes')
  const organisation = 'civil-registry'
  const asked = await node.runner.call(
    requestPublication,
    { organisation, dataset: 'births-by-month', reason: 'canary' },
    one,
  )
  if (isRefused(asked)) throw new Error(asked.code)
  await node.runner.call(decidePublication, { organisation, ...asked, approved: true }, two)
  await node.settle()
}

/** Everything of a table as text. */
async function tableAsText(name: string): Promise<string> {
  const found = await rows(database, sql<{ line: string }>`select to_jsonb(t)::text as line from ${sql.raw(name)} t`)
  return found.map(({ line }) => line).join('\n')
}

async function everythingShown(): Promise<Record<string, string>> {
  const parquet = async (path: string) => {
    const response = await ask(path)
    expect(response.status, path).toBe(200)
    const table = await readDataFile(new Uint8Array(await response.arrayBuffer()), path)
    if ('fault' in table) throw new Error(`${path}: ${table.fault}`)
    return JSON.stringify([table.columns, table.rows])
  }
  const utf8 = async (path: string, headers: Record<string, string> = {}) => (await ask(path, { headers })).text()
  const { items } = JSON.parse(await utf8('/v1/datasets/list-datasets')) as {
    items: { dataset: string; owner: string }[]
  }
  expect(items.length).toBeGreaterThanOrEqual(4)
  const open = await Promise.all(
    items.flatMap(({ dataset, owner }) => [
      ...['data.csv', 'data.json', 'schema.json', 'rows?limit=200'].map(file =>
        utf8(`/datasets/${dataset}/latest/${file}`),
      ),
      parquet(`/datasets/${dataset}/latest/data.parquet`),
      utf8(`/opendata/${owner}-${dataset}/meta.csv`),
      utf8(`/open-data/${dataset}`),
      utf8(`/v1/datasets/get-dataset?dataset=${dataset}`),
    ]),
  )
  return {
    'log of the server': server.output().slice(banner),
    'log of a second node': ownLog.join('\n'),
    metrics: await utf8('/metrics'),
    'open data': [...open, await utf8('/opendata/list.csv')].join('\n'),
    'public catalogue':
      (await utf8('/catalogue/public')) + (await utf8('/catalogue/public', { accept: 'text/turtle' })),
    events: await tableAsText('events.outbox'),
    'stuck events': await tableAsText('events.stuck'),
    audit: await tableAsText('audit.lines'),
    errors: errors.join('\n'),
    'failures of datasets': await tableAsText('datasets.schedules'),
  }
}

describe('markers in every protected field', () => {
  test('stand in every register that holds anything about people', () => {
    expect(registers.map(({ register, markers: own }) => [register, own.length > 0])).toEqual(
      [
        'bank-accounts',
        'benefit-entitlements',
        'births',
        'clinic-attachments',
        'families',
        'incomes',
        'kindergarten-queue',
        'people',
      ].map(register => [register, expect.any(Boolean)]),
    )
    expect(markers().length).toBeGreaterThan(15)
  })

  test('are seen nowhere else when everything has run, and one that is planted there is found', {
    timeout: 400_000,
  }, async () => {
    await everythingRuns()
    const shown = await everythingShown()
    for (const [surface, text] of Object.entries(shown))
      if (!/stuck|second/.test(surface)) expect(text.length, surface).toBeGreaterThan(50)
    expect(shown['log of the server']).toContain('span ')
    expect(findLeaks(shown, markers())).toEqual([])
    for (const surface of Object.keys(shown)) {
      const leaking = { ...shown, [surface]: `${shown[surface]} ${encodeURIComponent(written)}` }
      expect(findLeaks(leaking, markers())).toEqual([{ surface, marker: written, as: 'percent' }])
    }
  })
})
