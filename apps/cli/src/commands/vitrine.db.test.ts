import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { asking, listMessages } from '@tereze/exchange/contract'
import { official, testDatabase } from '@tereze/foundation-testing'
import { migrationSets } from '@tereze/server'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { configuration, openPlatform } from '../open-platform.ts'
import { tereze } from '../said.fixture.ts'

/** The health agency keeps sick notes in a database of its own, which nobody of the platform has made. */
const [own, theirs] = [await testDatabase(migrationSets), await testDatabase()]
const folder = mkdtempSync(join(tmpdir(), 'tereze-vitrine-'))
const content = join(folder, 'content')
const file = join(folder, 'notes.json')
const reader = `reader_${new URL(theirs.url).pathname.slice(1)}`
/** What of a register leads to services, which this content does without. */
const ofServices = new Set(['profile.json', 'quality.json'])
const before = { ...process.env }
const client = new Client({ connectionString: theirs.url })
const admin = new Client({ connectionString: theirs.adminUrl })

beforeAll(async () => {
  const real = fileURLToPath(new URL('../../../../content', import.meta.url))
  for (const part of ['format', 'access', 'concepts', 'organisations', 'jurisdictions', 'registers'])
    cpSync(join(real, part), join(content, part), {
      recursive: true,
      filter: path => !ofServices.has(basename(path)),
    })
  await client.connect()
  await admin.connect()
  await client.query(`
    create schema clinic;
    create type clinic.source as enum ('employer', 'pension-fund');
    create table clinic.notes (no bigint primary key, "Person Number" text not null, born date, year int not null,
      paid numeric(30,2), source clinic.source, secret text, extra jsonb, at timestamp);
    comment on column clinic.notes.paid is 'Сумма';
    create view clinic.sick_notes as select * from clinic.notes;
    insert into clinic.notes values
      (1, 'DM-TEST-0001', '1990-03-12', 2025, 12345678901234567890.10, 'employer', 'x', '{}', '2025-01-01'),
      (2, 'DM-TEST-0001', null, 2026, null, null, 'x', '{}', '2025-01-01'),
      (3, 'DM-TEST-0002', null, 2026, 7, null, 'x', '{}', '2025-01-01')`)
  Object.assign(process.env, {
    DATABASE_URL: own.url,
    TEREZE_DATA: folder,
    TEREZE_DEMO: 'true',
    TEREZE_CONTENT: content,
    TEREZE_OUTSIDE_SYSTEMS: `owner=${theirs.url},notes=${theirs.url.replace(/\/\/[^@]*@/, `//${reader}:reads@`)}`,
  })
})
afterAll(async () => {
  process.env = before
  await client.end()
  await admin.query(`drop owned by ${reader}; drop role ${reader}`)
  await admin.end()
  rmSync(folder, { recursive: true })
})

const read = () => JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, object>>
const save = (value: unknown) => writeFileSync(file, JSON.stringify(value))
const person = 'DM-TEST-0001'

describe('tereze vitrine', () => {
  it('shows what a database holds, and drafts a file with the meanings that names suggest', async () => {
    const listed = await tereze('vitrine', 'inspect', '--system', 'owner')
    expect(listed).toMatchObject({
      code: 0,
      out: expect.stringContaining('clinic.notes  table\nclinic.sick_notes  view'),
    })
    expect(listed.err).toContain('does more than read')
    const draft = [
      'vitrine',
      'inspect',
      '--system',
      'owner',
      '--view',
      'clinic.sick_notes',
      '--provider',
      'health',
      '--out',
      file,
    ]
    const { code, out } = await tereze(...draft)
    expect([code, out]).toEqual([0, expect.stringContaining('born  date  concept:date-of-birth')])
    expect(out).toContain('extra  jsonb  a contract has no place for this type')
    expect(read()).toMatchObject({
      id: 'health.sick-notes',
      key: [],
      columns: {
        'Person Number': { as: 'personNumber', concept: 'concept:person-number' },
        year: { concept: 'concept:year' },
      },
    })
    expect(Object.keys(read().columns ?? {})).toEqual([
      'no',
      'Person Number',
      'born',
      'year',
      'paid',
      'source',
      'secret',
    ])
    expect(await tereze(...draft)).toMatchObject({ code: 1, err: expect.stringContaining('is there already') })
  })

  it('tells what is in the way, each at its place', async () => {
    expect(await tereze('vitrine', 'inspect', '--system', 'nothing')).toMatchObject({ code: 2 })
    expect(await tereze('vitrine', 'inspect', '--system', 'owner', '--view', 'clinic.gone')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/no view or table clinic\.gone\nThere is: clinic\.notes, clinic\.sick_notes/),
    })
    expect(await tereze('vitrine', 'write', file)).toMatchObject({
      code: 1,
      err: expect.stringMatching(
        /does more than read: it may change clinic\.notes, clinic\.sick_notes.*; it may create in/,
      ),
    })
    const { id: _, ...without } = read()
    save(without)
    expect(await tereze('vitrine', 'write', file)).toMatchObject({ code: 2, err: expect.stringContaining('/id') })
    expect(await tereze('vitrine', 'write', join(folder, 'gone.json'))).toMatchObject({ code: 2 })
  })

  it('tells the grants by which a role reads just the columns shown', async () => {
    save({
      format: 1,
      id: 'health.sick-notes',
      version: '1.0.0',
      system: 'notes',
      view: 'clinic.sick_notes',
      title: { en: 'Sick notes', ru: 'Листки нетрудоспособности', kk: 'Еңбекке жарамсыздық парақтары' },
      key: ['Person Number'],
      filters: ['year'],
      limit: 2,
      columns: {
        'Person Number': { as: 'person', concept: 'concept:person-number' },
        year: { as: 'year', concept: 'concept:year' },
        born: { as: 'born', concept: 'concept:date-of-birth' },
        paid: { as: 'paid', concept: 'concept:amount', label: { en: 'Paid', ru: 'Выплачено', kk: 'Төленді' } },
        source: { as: 'source', concept: 'concept:income-source' },
      },
      access: [
        {
          consumer: 'social-protection',
          purpose: 'benefit-eligibility',
          ground: 'act:family-benefits/8',
          until: '2099-12-31',
        },
      ],
      term: { answer: 'PT30S', queue: 'P5D' },
    })
    const { out } = await tereze('vitrine', 'grants', file, '--role', reader)
    expect(out).toContain('grant select ("Person Number", "year", "born", "paid", "source") on "clinic"."sick_notes"')
    expect(await tereze('vitrine', 'grants', file, '--role', 'Drop; x')).toMatchObject({ code: 2 })
    await admin.query(out)
    await admin.query(`alter role ${reader} password 'reads'`)
    const shown = JSON.parse(
      (await tereze('vitrine', 'inspect', '--system', 'notes', '--view', 'clinic.sick_notes', '--json')).out,
    )
    expect(shown.role).toMatchObject({ name: reader, powers: [], writes: [], creates: [] })
    expect(shown.relation.columns.find(({ name }: { name: string }) => name === 'secret')).toMatchObject({
      readable: false,
    })
  })

  it('refuses types and meanings that do not go together, and says which', async () => {
    const whole = read()
    const columns = {
      ...whole.columns,
      born: { as: 'born', concept: 'concept:year' },
      secret: { as: 'secret', concept: 'concept:amount' },
      extra: { as: 'extra', concept: 'concept:amount' },
      at: { as: 'at', concept: 'concept:amount' },
      paid: { as: 'paid', concept: null },
    }
    save({ ...whole, key: [], columns })
    const { code, err } = await tereze('vitrine', 'write', file)
    expect(code).toBe(1)
    for (const told of [
      '/key  key-missing',
      '/columns/born  concept-type',
      '/columns/paid  concept-missing',
      '/columns/secret  column-unreadable',
    ])
      expect(err).toContain(told)
    await admin.query(`grant select on clinic.sick_notes to ${reader}`)
    const granted = (await tereze('vitrine', 'write', file)).err
    for (const told of ['/columns/extra  type-inexpressible', '/columns/at  type-without-zone'])
      expect(granted).toContain(told)
    await admin.query(`revoke select on clinic.sick_notes from ${reader}`)
    await admin.query((await tereze('vitrine', 'grants', file, '--role', reader)).out.split('\n').slice(-1).join(''))
    save(whole)
  })

  it('is tried on the database as a member would ask', async () => {
    const attempt = (request: object) => tereze('vitrine', 'try', file, '--with', JSON.stringify(request), '--json')
    const note = { person, year: 2025, born: '1990-03-12', paid: '12345678901234567890.10', source: 'employer' }
    expect(JSON.parse((await attempt({ person, year: 2025 })).out)).toEqual({ answer: { found: [note] } })
    expect(JSON.parse((await attempt({ person })).out).answer.found).toHaveLength(2)
    expect(JSON.parse((await attempt({ person: 'DM-TEST-0009' })).out).answer.found).toEqual([])
    expect(await attempt({ year: 2025 })).toMatchObject({ code: 1, err: expect.stringContaining('/person') })
    await client.query(`insert into clinic.notes values (4, 'DM-TEST-0001', null, 2024, 1)`)
    expect(await attempt({ person })).toMatchObject({ code: 1, err: expect.stringContaining('more than 2 rows') })
    await client.query('delete from clinic.notes where no = 4')
  })

  it('becomes a package that check accepts, and once published is asked over the exchange and answered, signed and logged', async () => {
    const written = await tereze('vitrine', 'write', file)
    expect(written).toMatchObject({ code: 0, out: expect.stringContaining('1 package, nothing wrong') })
    const other = { ...read(), limit: 100 }
    const whole = read()
    save(other)
    expect(await tereze('vitrine', 'write', file)).toMatchObject({ code: 1, err: expect.stringContaining('--force') })
    save(whole)
    const publish = () => tereze('vitrine', 'publish', file)
    expect(await publish()).toMatchObject({ err: '', code: 0, out: 'Published health.sick-notes@1.0.0.' })
    expect(await publish()).toMatchObject({ code: 0, out: expect.stringContaining('was published before') })
    const { platform, close } = await openPlatform(configuration())
    try {
      const context = platform.runner.jobContext('test')
      const ask = (number: number, more: object = {}) =>
        context.ports.get(asking).ask({
          id: `01960000-0000-7000-8000-00000000000${number}`,
          contract: 'health.sick-notes@1',
          consumer: 'social-protection',
          purpose: 'benefit-eligibility',
          ground: 'act:family-benefits/8',
          subjects: [],
          case: 'case_1',
          body: { person, year: 2025 },
          ...more,
        })
      expect(await ask(1)).toMatchObject({ ok: true, body: { found: [{ paid: '12345678901234567890.10' }] } })
      expect(await ask(2, { consumer: 'education' })).toMatchObject({ ok: false, code: 'exchange.access-not-granted' })
      expect(await ask(3, { body: { person, colour: 'red' } })).toMatchObject({
        ok: false,
        code: 'exchange.body-invalid',
      })
      const log = await platform.runner.call(
        listMessages,
        { organisation: 'health' },
        official({ organisation: 'health', roles: ['auditor'] }),
      )
      expect(log).toMatchObject({
        items: [{ message: '01960000-0000-7000-8000-000000000001', direction: 'received', outcome: 'done' }],
      })
    } finally {
      await close()
    }
  }, 60_000)
})
