import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tereze } from '../said.fixture.ts'

const service = fileURLToPath(new URL('../../../../content/services/family/monthly-child-benefit', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'tereze-diff-'))
const copy = join(folder, 'copy')
const release = join(folder, 'release.json')
const words = JSON.parse(await readFile(join(service, 'messages/en.json'), 'utf8')) as { title: string }

beforeAll(async () => {
  await cp(service, copy, { recursive: true })
  const files = { 'service.json': await readFile(join(service, 'service.json'), 'utf8') }
  await writeFile(release, JSON.stringify({ format: 'tereze-release-1', signed: 'x', files }))
  await writeFile(join(copy, 'messages/en.json'), JSON.stringify({ ...words, title: 'Another title' }))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('tells what a package says otherwise than an earlier folder, in words and for machines', async () => {
  expect(await tereze('diff', service, service, '--language', 'kk')).toEqual({
    code: 0,
    out: 'Айырмашылық жоқ.',
    err: '',
  })
  const { code, out } = await tereze('diff', copy, service, '--language', 'ru')
  expect(code).toBe(0)
  expect(out.split('\n')).toHaveLength(2)
  expect(out).toContain('изменено: messages/en.json')
  expect(out).toContain('Another title')
  expect(JSON.parse((await tereze('diff', copy, service, '--json')).out)).toMatchObject({
    from: service,
    to: copy,
    files: [
      {
        path: 'messages/en.json',
        change: 'changed',
        values: [{ pointer: '/title', was: words.title, is: 'Another title' }],
      },
    ],
  })
})

it('reads a release, and says that its signature is not checked', async () => {
  const { code, out, err } = await tereze('diff', copy, release)
  expect(code).toBe(0)
  expect(out).toContain('new: messages/en.json')
  expect(out).not.toContain('service.json')
  expect(err).toContain('signature')
})

it('says what is wrong with what was given, and the way out', async () => {
  expect(await tereze('diff')).toMatchObject({ code: 2, err: expect.stringContaining('FOLDER is missing') })
  expect(await tereze('diff', copy, service, service)).toMatchObject({ code: 2 })
  expect(await tereze('diff', copy, service, '--language', 'de')).toMatchObject({ code: 2 })
  expect(await tereze('diff', join(folder, 'none'), service)).toMatchObject({
    code: 2,
    err: expect.stringContaining('is not there'),
  })
  expect(await tereze('diff', join(copy, 'service.json'), service)).toMatchObject({
    code: 2,
    err: expect.stringContaining('is no release'),
  })
  expect(await tereze('diff', folder, service)).toMatchObject({ code: 1, err: expect.stringContaining('tereze check') })
  expect(await tereze('diff', copy)).toMatchObject({ code: 1, err: expect.stringContaining('no copy of a draft') })
})
