import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { noteFile, readWorking, writeWorking } from './working-folder.ts'

const base = await mkdtemp(join(tmpdir(), 'tereze-working-'))
afterAll(() => rm(base, { recursive: true, force: true }))
const write = (folder: string, path: string) => writeWorking(join(base, folder), new Map([[path, 'x']]))

it('writes what packages have, and nothing that a platform gives elsewhere, nor as what git or a shell would run', async () => {
  await write('fine', 'notices/granted.md')
  expect([...(await readWorking(join(base, 'fine'))).keys()]).toEqual(['notices/granted.md'])
  const outside = [
    '../x',
    'forms/../../x',
    '/etc/x',
    '.git/hooks/x',
    '\u200c.git/hooks/x',
    'git~1/x',
    'C:x',
    'a\\..\\x',
    'forms/\u202egpj.exe',
    'forms//x',
    '',
  ]
  for (const path of outside) await expect(write('refused', path), path).rejects.toThrow('lies in no package')
  expect(await readdir(base)).toEqual(['fine'])
})

it('follows no link out of the folder', async () => {
  const other = join(base, 'other')
  await mkdir(other)
  await writeFile(join(other, 'keys'), 'own')
  for (const [link, path] of [
    ['notices', 'notices/keys'],
    ['keys', 'keys'],
    [noteFile, 'service.json'],
  ] as const) {
    const folder = join(base, `linked-${link}`)
    await mkdir(folder)
    await symlink(link === 'notices' ? other : join(other, 'keys'), join(folder, link))
    const files = new Map([
      ['aaa.json', 'x'],
      [path, 'x'],
    ])
    await expect(writeWorking(folder, files), link).rejects.toThrow('is a link')
    expect(await readdir(folder)).toEqual([link])
  }
  expect(await readFile(join(other, 'keys'), 'utf8')).toBe('own')
})
