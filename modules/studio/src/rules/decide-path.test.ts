import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isPackagePath } from './decide-path.ts'

const services = new URL('../../../../content/services/', import.meta.url)

it('takes every file that published services have', () => {
  const paths = readdirSync(services, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => `${entry.parentPath}/${entry.name}`.slice(services.pathname.length).split('/').slice(2).join('/'))
  expect(paths.length).toBeGreaterThan(100)
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
