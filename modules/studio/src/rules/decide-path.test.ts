import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isPackagePath } from './decide-path.ts'

const content = new URL('../../../../content/', import.meta.url)
/** Folders of the kinds of package that drafts are begun from, with how deep a package lies in each. */
const kinds = { services: 2, situations: 1, registers: 1, contracts: 1, processes: 1 }

it('takes every file that published packages have', () => {
  const paths = Object.entries(kinds).flatMap(([kind, depth]) => {
    const { pathname } = new URL(`${kind}/`, content)
    return readdirSync(pathname, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => `${entry.parentPath.replace(/\/?$/, '/')}${entry.name}`.slice(pathname.length))
      .map(path => path.split('/').slice(depth).join('/'))
  })
  expect(paths.length).toBeGreaterThan(200)
  expect(paths.filter(path => !isPackagePath(path))).toEqual([])
})

it('takes none that leaves the folder, hides, or is of no known kind', () => {
  const wrong = [
    '../service.json',
    'forms/../../x.form.json',
    '/etc/x.json',
    'forms//x.form.json',
    '.hidden.json',
    'forms/.x.form.json',
    'forms/apply.json',
    'messages/de.json',
    'run.mjs',
    'process.bpmn.exe',
    'strange/x.json',
    'constructor/x.json',
    'toString/x.json',
    'forms\\x.form.json',
    `${'a'.repeat(300)}.json`,
    '',
  ]
  expect(wrong.filter(isPackagePath)).toEqual([])
})
