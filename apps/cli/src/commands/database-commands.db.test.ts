import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
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
      files: [file],
      count: 1,
      withheld: [],
    })
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject([{ 'name.family': 'Sample', born: '1990-03-12' }])
    expect(await take()).toMatchObject({ code: 1, err: expect.stringContaining('registers.access-not-granted') })
    expect(await tereze('register', 'export', 'people.doc', '--register', 'people')).toMatchObject({ code: 2 })
  }, 60_000)
})
