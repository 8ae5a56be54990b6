import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { workerServer } from '@tereze/foundation-testing'
import type { StoryServer } from '@tereze/server'
import { readStories } from '@tereze/server'
import { afterAll, describe, expect, it } from 'vitest'
import { findContent } from '../content-folder.ts'
import { tereze } from '../said.fixture.ts'
import { testStories } from './test.ts'

const server = workerServer() as StoryServer
const folder = mkdtempSync(join(tmpdir(), 'tereze-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))
const content = join(folder, 'content')
cpSync(fileURLToPath(new URL('../../../../content', import.meta.url)), content, { recursive: true })
const cases = join(content, 'services/family/kindergarten-queue/cases')

async function tell(path: string) {
  const place = await findContent(path)
  const stories = (await readStories(place.root)).filter(({ file }) => file.startsWith(place.within))
  return testStories(server, place, stories, () => undefined)
}

describe('tereze test', () => {
  it('says what is not as a story tells, and goes on with the others', async () => {
    const story = JSON.parse(readFileSync(join(cases, 'large-family.case.json'), 'utf8'))
    story.then.outcome = 'refused'
    story.then.notices = ['received']
    writeFileSync(join(cases, 'large-family.case.json'), JSON.stringify(story))
    const lost = { ...story, steps: [{ who: 'nobody', submits: {} }] }
    writeFileSync(join(cases, 'nobody.case.json'), JSON.stringify(lost))
    const { told, passed, failed, coverage } = await tell(cases)
    const differences = Object.fromEntries(told.map(one => [one.file.split('/').at(-1), one.differences]))
    expect(differences['large-family.case.json']).toEqual([
      { what: 'outcome', expected: 'refused', found: 'granted' },
      { what: 'notices', expected: ['received'], found: ['received', 'granted'] },
    ])
    expect(differences['nobody.case.json']).toMatchObject([
      { what: 'error', found: '"nobody" is no person of this story' },
    ])
    expect(differences['granted-straight-through.case.json']).toEqual([])
    expect({ passed, failed, items: coverage.items }).toEqual({ passed: told.length - 2, failed: 2, items: 0 })
  }, 120_000)

  it('counts what no story of a package uses as failed', async () => {
    rmSync(join(cases, 'nobody.case.json'))
    for (const name of ['large-family', 'school-age', 'already-in-queue', 'not-the-parent'])
      rmSync(join(cases, `${name}.case.json`))
    const { passed, failed, coverage } = await tell(join(cases, '..'))
    expect(passed).toBe(1)
    const gaps = coverage.gaps.map(({ kind, name }) => `${kind} ${name}`)
    expect(gaps).toContain('rule kindergarten-queue eligibility.dmn eligibility/already-in-queue')
    expect(gaps).toContain('exit kindergarten-queue school-age')
    expect(failed).toBe(gaps.length)
  }, 120_000)

  it('says where there is no story', async () => {
    expect(await tereze('test', join(content, 'registers'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('holds no story'),
    })
    expect(await tereze('test', join(content, 'none'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('no such file'),
    })
  })
})
