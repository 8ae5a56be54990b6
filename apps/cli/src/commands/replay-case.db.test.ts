import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { workerServer } from '@tereze/foundation-testing'
import {
  casesOf,
  composeStory,
  copyOf,
  givePeople,
  newWorld,
  performStep,
  personOf,
  prepareTemplate,
  readStories,
  type StoryServer,
  storyClock,
  storyIds,
} from '@tereze/server'
import { afterAll, expect, it } from 'vitest'
import { tereze } from '../said.fixture.ts'

const server = workerServer() as StoryServer
const content = fileURLToPath(new URL('../../../../content', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'tereze-cli-'))
const template = await prepareTemplate(server, content)
const copy = await copyOf(server, template)
const before = { ...process.env }
afterAll(async () => {
  process.env = before
  await copy.drop()
  await template.drop()
  rmSync(folder, { recursive: true })
})

const organisation = 'social-protection'

it('recomputes the decisions of a case, and knows no other', async () => {
  const stories = await readStories(content)
  const file = stories.find(story =>
    story.file.endsWith('monthly-child-benefit/cases/granted-straight-through.case.json'),
  )
  const [submission] = file?.story.steps ?? []
  if (file === undefined || submission === undefined) throw new Error('the story is gone')
  const clock = storyClock(file.story.clock)
  const ids = storyIds('replay', clock)
  const platform = await composeStory({ database: copy.database, clock, ids })
  const world = newWorld(file, platform, clock)
  await givePeople(world, ids, file.story.given)
  await performStep(world, submission)
  const [card] = await casesOf(world, personOf(world, 'mother'))
  await platform.close()

  const masterKey = Buffer.alloc(32, 7).toString('base64url')
  Object.assign(process.env, { DATABASE_URL: copy.database.url, TEREZE_DATA: folder, TEREZE_MASTER_KEY: masterKey })
  const replay = (id: string, ...more: string[]) => tereze('decision', 'replay', id, '--json', ...more)
  const { code, out } = await replay(card?.case ?? '')
  expect(code).toBe(0)
  const same = { at: '2026-03-02T04:00:00.000Z', same: true }
  expect(JSON.parse(out).decisions).toEqual([
    { decision: 'acceptance', ...same },
    { decision: 'eligibility', ...same },
  ])
  expect(await replay(card?.case ?? '', '--organisation', organisation)).toEqual({ code, out, err: '' })
  expect(await replay(card?.case ?? '', '--organisation', 'education')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/cases\.case-not-found[\s\S]*without --organisation/),
  })
  expect(await replay('case_01960000-0000-7000-8000-000000000001')).toMatchObject({
    code: 1,
    err: expect.stringContaining('cases.case-not-found'),
  })
}, 60_000)
