import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase, run, sql } from '@tereze/foundation-database'
import { testDatabase } from '@tereze/foundation-testing'
import { afterAll, describe, expect, it } from 'vitest'
import { tereze } from '../said.fixture.ts'

const { url } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'tereze-cli-'))
const before = { ...process.env }
Object.assign(process.env, {
  DATABASE_URL: url,
  TEREZE_DATA: folder,
  TEREZE_DEMO: 'true',
  TEREZE_ENVIRONMENT: 'test',
  TEREZE_CONTENT: fileURLToPath(new URL('../../../../content', import.meta.url)),
})
afterAll(() => {
  process.env = before
  rmSync(folder, { recursive: true })
})

describe('tereze with the embedded database', () => {
  it('makes the demo where nothing but migrate has been', async () => {
    const own = mkdtempSync(join(tmpdir(), 'tereze-cli-'))
    const { DATABASE_URL, TEREZE_DATA } = process.env
    try {
      delete process.env.DATABASE_URL
      process.env.TEREZE_DATA = own
      expect((await tereze('migrate')).out).toMatch(/ migrations applied\.$/)
      expect(await tereze('demo', '--people', '200')).toMatchObject({ code: 0 })
    } finally {
      Object.assign(process.env, { DATABASE_URL, TEREZE_DATA })
      rmSync(own, { recursive: true })
    }
  }, 120_000)
})

describe('tereze with a database', () => {
  it('brings it up to date, once', async () => {
    const first = JSON.parse((await tereze('migrate', '--json')).out)
    expect(first.applied).toContainEqual(expect.stringContaining('create-cases'))
    expect(await tereze('migrate')).toMatchObject({ code: 0, out: 'The database is up to date.' })
  })

  it('makes the demo country that the seed describes, and never over something', async () => {
    const { code, out } = await tereze('demo', '--people', '200', '--seed', 'north', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ people: 200, seed: 'north', personas: expect.any(Array) })
    expect(JSON.parse(readFileSync(join(folder, 'demo/state.json'), 'utf8'))).toMatchObject({
      seed: 'north',
      people: 200,
      loaded: true,
    })
    expect(await tereze('demo')).toMatchObject({ code: 1, err: expect.stringContaining('not empty') })
    Object.assign(process.env, { TEREZE_DEMO: 'false', TEREZE_ORIGIN: 'https://services.example' })
    expect(await tereze('demo')).toMatchObject({ code: 1, err: expect.stringContaining('no demo') })
    process.env.TEREZE_DEMO = 'true'
  }, 60_000)

  it('carries a release from a test installation to another one, signed and whole, and nothing else', async () => {
    const [file, keys] = [join(folder, 'benefit.release.json'), join(folder, 'keys.json')]
    const name = 'service/one-time-birth-benefit'
    const card = new URL('../../../../content/services/family/one-time-birth-benefit/service.json', import.meta.url)
    const { version } = JSON.parse(readFileSync(card, 'utf8')) as { version: string }
    expect(await tereze('release', 'export', `${name}@0.0.9`, file)).toMatchObject({
      code: 1,
      err: expect.stringContaining(`Published: ${version}`),
    })
    expect(await tereze('release', 'export', `${name}@${version}`, file)).toMatchObject({ code: 0 })
    writeFileSync(keys, (await tereze('release', 'keys')).out)
    expect(await tereze('release', 'import', file)).toMatchObject({
      code: 1,
      err: expect.stringContaining('TEREZE_RELEASE_KEYS'),
    })
    process.env.TEREZE_RELEASE_KEYS = keys
    try {
      const text = readFileSync(file, 'utf8')
      writeFileSync(file, text.replace('one-time-birth-benefit', 'other'))
      expect(await tereze('release', 'import', file)).toMatchObject({
        code: 1,
        err: expect.stringContaining('is other than what was signed'),
      })
      writeFileSync(file, text)
      expect((await tereze('release', 'import', file)).out).toContain('was published before')
      const database = openDatabase({ url, max: 1 })
      await database.transaction('platform', tx =>
        run(tx, sql`delete from catalogue.packages where kind = 'service' and id = 'one-time-birth-benefit'`),
      )
      await database.close()
      expect((await tereze('release', 'import', file)).out).toBe(
        `Published service:one-time-birth-benefit@${version}, the first version here.`,
      )
    } finally {
      delete process.env.TEREZE_RELEASE_KEYS
    }
  }, 60_000)

  it('loads a file into a register: checks it, loads good rows, tells the fault of each other one', async () => {
    process.env.TEREZE_DEMO = 'true'
    const file = join(folder, 'people.csv')
    const documents = '"[{""kind"":""passport"",""number"":""X-12345"",""country"":""XE""}]"'
    const row = (family: string, born: string) => `${family};Test;${born};female;XE;${documents};en`
    const head = 'name.family;name.given;Date of birth;Пол;citizenship;documents;language'
    writeFileSync(file, `${head}\n${row('Sample', '12.03.1990')}\n${row('Other', '31.02.1990')}\n`)
    const load = (...more: string[]) => tereze('register', 'import', file, '--register', 'people', ...more)
    expect(await load('--dry-run', '--json').then(({ out }) => JSON.parse(out))).toMatchObject({
      state: 'checked',
      added: 1,
      refused: 1,
    })
    expect(await load()).toEqual({
      code: 1,
      out: 'row 3, Date of birth: This is no date: write it like 31.12.2026 or 2026-12-31\nLoaded: 1 new, 0 changed, 0 as they were, 1 refused of 2.',
      err: '',
    })
    expect((await load()).out).toContain('0 new, 0 changed, 1 as they were, 1 refused of 2.')
    expect(await load('--decimal', 'dot')).toMatchObject({ code: 2 })
    expect(await load('--as', 'auditor')).toMatchObject({ code: 1, err: expect.stringContaining('not open to you') })
    expect(await tereze('register', 'import', file, '--register', 'nothing')).toMatchObject({ code: 1 })
  }, 60_000)

  it('writes what a search finds to a file, and not more than a role may have', async () => {
    const file = join(folder, 'found.json')
    const take = (...more: string[]) => tereze('register', 'export', file, '--register', 'people', ...more)
    expect(await take('--where', '{"family":"Sample"}', '--json').then(({ out }) => JSON.parse(out))).toEqual({
      file,
      bytes: expect.any(Number),
      withheld: [],
    })
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject([{ 'name.family': 'Sample', born: '1990-03-12' }])
    expect(await take('--where', '{"family":"Sample"}', '--as-of', '1900-01-01')).toMatchObject({ code: 0 })
    expect(readFileSync(file, 'utf8')).toBe('[]')
    expect(await take()).toMatchObject({ code: 1, err: expect.stringContaining('registers.access-not-granted') })
    expect(await tereze('register', 'export', 'people.doc', '--register', 'people')).toMatchObject({ code: 2 })
  }, 60_000)

  it('loads editions of a classifier: says what each changes, keeps what held on every day, names broken rows', async () => {
    const file = join(folder, 'kato.csv')
    const head = 'te;ab;cd;ef;hij;k;kaz_name;rus_name;nn'
    const edition = (...rows: readonly string[]) => writeFileSync(file, [head, ...rows, ''].join('\n'))
    const load = (from: string, ...more: string[]) =>
      tereze('classifier', 'import', 'kato', file, '--from', from, '--json', ...more).then(({ code, out }) => ({
        code,
        ...JSON.parse(out),
      }))
    const codes = async (day: string) => {
      const { out } = await tereze('classifier', 'show', 'kato', '--on', day, '--json')
      return (JSON.parse(out) as { code: string; names: { ru: string } }[]).map(
        ({ code, names }) => `${code} ${names.ru}`,
      )
    }
    edition('980000000;98;0;0;0;0;Ойдан;Область;1', '981000000;98;10;0;0;0;Қиял;Город;2', '98;98;20;0;0;0;Қ;К;3')
    const broken = { line: 4, column: 'te', says: expect.stringContaining('not written as codes') }
    expect(await load('2025-01-01', '--dry-run')).toMatchObject({ code: 1, state: 'checked', new: 2, faults: [broken] })
    expect(await tereze('classifier', 'show', 'kato', '--on', '2025-01-01')).toMatchObject({ code: 1 })
    expect(await load('2025-01-01')).toMatchObject({ state: 'done', new: 2, refused: 1 })
    edition('980000000;98;0;0;0;0;Ойдан;Край;1', '982000000;98;20;0;0;0;Арман;Мечта;2')
    const second = { code: 0, new: 1, changed: 1, ended: 1, withdrawn: 1, refused: 0 }
    expect(await load('2026-01-01')).toMatchObject(second)
    expect(await load('2026-01-01')).toMatchObject({ code: 0, new: 0, changed: 0, withdrawn: 0, 'as they were': 2 })
    expect(await codes('2025-12-31')).toEqual(['980000000 Область', '981000000 Город'])
    expect(await codes('2026-01-01')).toEqual(['980000000 Край', '982000000 Мечта'])
    expect(await tereze('classifier', 'import', 'kato', file)).toMatchObject({ code: 2 })
    expect(await tereze('classifier', 'import', 'okved', file, '--from', '2026-01-01')).toMatchObject({ code: 1 })
  }, 60_000)

  it('loads the address register of a state in its tree, and what changed in it', async () => {
    const thing = (object: number) =>
      `OBJECTID="${object}" OBJECTGUID="00000000-0000-4000-8000-${String(object).padStart(12, '0')}" ISACTUAL="1" ISACTIVE="1"`
    const write = (name: string, root: string, ...elements: readonly string[]) => {
      const path = join(folder, name)
      writeFileSync(path, `<${root}>\n${elements.join('\n')}\n</${root}>`)
      return path
    }
    const named = (street: string) => [
      `<OBJECT ${thing(900001)} NAME="Выдуманный" TYPENAME="край" LEVEL="1"/>`,
      `<OBJECT ${thing(900002)} NAME="${street}" TYPENAME="ул" LEVEL="8"/>`,
    ]
    const link = (object: number, parent: number) => `<ITEM ${thing(object)} PARENTOBJID="${parent}"/>`
    const objects = write('AS_ADDR_OBJ.XML', 'ADDRESSOBJECTS', ...named('Садовая'))
    const links = write('AS_ADM_HIERARCHY.XML', 'ITEMS', link(900001, 0), link(900002, 900001), link(900003, 900002))
    const houses = write('AS_HOUSES.XML', 'HOUSES', `<HOUSE ${thing(900003)} HOUSENUM="5"/>`, '<HOUSE HOUSENUM="6"/>')
    const load = (...words: string[]) =>
      tereze('classifier', 'import', 'gar', ...words, '--json').then(({ out }) => JSON.parse(out))
    const lost = { file: 'AS_HOUSES.XML', line: 3, column: 'OBJECTID', says: 'the element lacks this attribute' }
    expect(await load(houses, objects, links, '--dry-run')).toMatchObject({ state: 'checked', new: 3, faults: [lost] })
    expect(await load(houses, objects, links)).toMatchObject({ state: 'done', new: 3, refused: 1 })
    const again = write('AS_ADDR_OBJ_2.XML', 'ADDRESSOBJECTS', ...named('Вишнёвая'))
    expect(await load(again)).toMatchObject({ new: 0, changed: 2, refused: 0 })
    const found = join(folder, 'address.json')
    const where = JSON.stringify({ code: '900003' })
    await tereze('register', 'export', found, '--register', 'addresses', '--where', where)
    expect(JSON.parse(readFileSync(found, 'utf8'))).toMatchObject([
      { 'text.ru': 'край Выдуманный, ул Вишнёвая, д 5', 'text.en': 'krai Vydumannyi, ul Vishnevaia, d 5' },
    ])
  }, 60_000)

  it('registers applications and outside providers, shows the private key once, and withdraws them', async () => {
    const file = join(folder, 'client.json')
    const write = (card: unknown) => writeFileSync(file, JSON.stringify(card))
    const text = (en: string) => ({ en, ru: en, kk: en })
    const own = { organisation: 'demo-bank', name: text('Pensions'), grants: ['system'], scopes: ['api'] }
    const card = { client: 'pension-fund', ...own }
    write(card)
    const keyless = await tereze('client', 'register', file)
    expect(keyless).toMatchObject({ code: 1, err: expect.stringContaining('/keys: ') })
    write({ ...card, client: 'Pension Fund' })
    expect((await tereze('client', 'register', file, '--new-key')).err).toContain('/client: ')
    write(card)
    const made = JSON.parse((await tereze('client', 'register', file, '--new-key', '--json')).out)
    expect(made).toMatchObject({ client: 'pension-fund', privateKey: { kty: 'EC', d: expect.any(String) } })
    const listed = await tereze('client', 'list', '--json')
    expect(JSON.parse(listed.out)).toMatchObject([{ client: 'pension-fund', keys: [{ kid: made.privateKey.kid }] }])
    expect(listed.out).not.toContain(made.privateKey.d)
    expect((await tereze('client', 'list')).out).toBe('pension-fund\tdemo-bank\tPensions\tsystem\tapi')
    expect(await tereze('client', 'withdraw', 'pension-fund')).toMatchObject({ code: 0 })
    expect(await tereze('client', 'withdraw', 'pension-fund')).toMatchObject({ code: 1 })
    const there = { provider: 'neighbours', name: text('Neighbours'), client: 'us', levels: { loa2: 'substantial' } }
    write({ ...there, issuer: 'http://neighbours.example' })
    expect((await tereze('provider', 'register', file)).err).toContain('/issuer: ')
    write({ ...there, issuer: 'https://neighbours.example' })
    expect(await tereze('provider', 'register', file, '--json')).toMatchObject({ out: '{"provider":"neighbours"}' })
    expect((await tereze('provider', 'list')).out).toContain('loa2=substantial')
    expect(await tereze('provider', 'withdraw', 'neighbours')).toMatchObject({ code: 0 })
    expect(await tereze('client', 'register', join(folder, 'none.json'))).toMatchObject({ code: 2 })
  }, 60_000)
})
