import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSmallServer } from '@tereze/foundation-http'
import { afterAll, expect, it, vi } from 'vitest'
import { No } from '../../../../tools/web/no.ts'
import { createSamplePlatform, sampleDrafts } from '../../../studio/preview/platform.ts'
import { tereze } from '../said.fixture.ts'

const sample = await createSamplePlatform(new Date('2026-03-02T09:00:00Z'))
const server = await startSmallServer({
  host: '127.0.0.1',
  port: 0,
  limit: 10_000_000,
  answer: ({ path, body }) => {
    const found = sample.handlers.get(path)
    const answer = (status: number, value: unknown) => ({
      status,
      type: 'application/json',
      body: JSON.stringify(value),
    })
    if (found === undefined) return answer(404, { code: 'operations.operation-not-found', title: path })
    try {
      return answer(200, found.run(JSON.parse(new TextDecoder().decode(body)) as never))
    } catch (error) {
      if (!(error instanceof No)) throw error
      return answer(error.status, { code: error.code, title: error.message, params: error.params })
    }
  },
})
const folder = await mkdtemp(join(tmpdir(), 'tereze-pull-'))
const copy = join(folder, 'copy')
vi.stubEnv('TEREZE_TOKEN', 'a-token')
vi.stubEnv('TEREZE_SERVER', server.url)
afterAll(async () => {
  vi.unstubAllEnvs()
  await server.close()
  await rm(folder, { recursive: true, force: true })
})
const service = 'service/one-time-birth-benefit'
const notice = 'notices/granted.md'
const own = (path: string) => readFile(join(copy, path), 'utf8')

it('a draft is pulled, changed, pushed, and its publication asked for; conflicts are told and nothing is overwritten', async () => {
  const pull = (...more: string[]) => tereze('pull', service, copy, '--server', server.url, ...more)
  expect(await pull()).toMatchObject({ code: 0, err: '' })
  const content = new URL('../../../../content/services/family/one-time-birth-benefit/', import.meta.url)
  for (const path of ['service.json', notice, 'messages/kk.json'])
    expect(await own(path)).toBe(await readFile(new URL(path, content), 'utf8'))

  expect(await tereze('push', copy)).toMatchObject({ code: 0, out: 'Nothing was changed here.' })
  await writeFile(join(copy, notice), 'Granted, by git\n')
  const wanted = ['--version', '9.0.0', '--name', 'Other words']
  expect(await tereze('publish', copy, ...wanted)).toMatchObject({ code: 1, err: expect.stringContaining(notice) })
  expect((await tereze('push', copy)).out).toBe(`Saved as revision 2: ${notice}`)

  sample.colleagueSaves(sampleDrafts.benefit, notice, 'Granted, by a colleague\n')
  sample.colleagueSaves(sampleDrafts.benefit, 'notices/received.md', 'Received\n')
  await writeFile(join(copy, notice), 'Granted, by git again\n')
  const refused = await tereze('push', copy)
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining(`${notice} was saved by somebody else`) })
  expect(await pull()).toMatchObject({ code: 1, err: expect.stringContaining(notice) })
  expect(await own(notice)).toBe('Granted, by git again\n')
  expect(await pull('--force')).toMatchObject({ code: 0 })
  expect([await own(notice), await own('notices/received.md')]).toEqual(['Granted, by a colleague\n', 'Received\n'])
  expect((await tereze('publish', copy, ...wanted)).out).toMatch(/9\.0\.0: http.*\/studio\/publications\/publication_/)
})

it('a version on trial is asked for with a share, widened, and ended; wrong shares and what is not on trial are told', async () => {
  const asked = ['publish', copy, '--version', '9.2.0', '--name', 'Tried first', '--trial']
  expect(await tereze(...asked, '60')).toMatchObject({ code: 2, err: expect.stringContaining('from 1 to 50') })
  const { publication } = JSON.parse((await tereze(...asked, '10', '--json')).out) as { publication: string }
  const { organisation } = JSON.parse(await own('.draft.json')) as { organisation: string }
  expect(sample.handlers.get('/v1/studio/get-publication')?.run({ organisation, publication } as never)).toMatchObject({
    publication: { version: '9.2.0', trial: 10 },
  })

  const trial = (what: string, ...more: string[]) =>
    tereze('trial', what, service, '--server', server.url, '--reason', 'Nothing failed so far', ...more)
  expect(await trial('widen')).toMatchObject({ code: 2, err: expect.stringContaining('--share') })
  expect(await trial('widen', '--share', '0')).toMatchObject({ code: 2, err: expect.stringContaining('from 1 to 50') })
  expect(await trial('end', '--share', '25')).toMatchObject({ code: 2 })
  expect((await trial('widen', '--share', '25')).out).toBe(`${service}: 9.1.0 takes 25 % of new cases.`)
  expect(JSON.parse((await trial('end', '--json')).out)).toMatchObject({ version: '9.1.0', change: 'end' })
  expect(await trial('adopt')).toMatchObject({ code: 1, err: expect.stringContaining('no version of') })
})

it('a rollback names what began before; whoever is not signed in, or names no package, is told the way out', async () => {
  const order = ['rollback', service, '--server', server.url, '--reason', 'A wrong sum is told']
  expect((await tereze(...order)).out).toBe(`${service}: new cases begin with 1.0.0 instead of 9.0.0.`)
  expect(await tereze('rollback', 'benefit', '--reason', 'A wrong sum is told')).toMatchObject({ code: 2 })
  expect(await tereze('pull', service, copy, '--server', 'http://services.example')).toMatchObject({ code: 2 })
  const note = JSON.parse(await own('.draft.json')) as object
  await writeFile(join(copy, '.draft.json'), JSON.stringify({ ...note, server: 'https://elsewhere.example' }))
  await writeFile(join(copy, notice), 'For whoever asks\n')
  expect(await tereze('push', copy)).toMatchObject({ code: 1, err: expect.stringContaining('nobody is signed in at') })
  vi.stubEnv('TEREZE_TOKEN', '')
  vi.stubEnv('TEREZE_TOKEN_FILE', join(folder, 'none'))
  expect(await tereze(...order)).toMatchObject({ code: 1, err: expect.stringContaining('tereze sign-in') })
})
