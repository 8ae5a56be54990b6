import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
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
})
