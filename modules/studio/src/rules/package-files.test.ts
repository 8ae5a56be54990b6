import { expect, it } from 'vitest'
import { isPackagePath } from './decide-path.ts'
import { blankFiles, ownerOf, sourceOf, titleOf } from './package-files.ts'

const title = { en: 'Camp', ru: 'Лагерь', kk: 'Лагерь орны' }

it('begins a blank package of each kind with its card, its owner and its name', () => {
  for (const kind of ['service', 'situation', 'register', 'contract', 'process'] as const) {
    const files = blankFiles(kind, 'summer-camp', 'social-protection', title)
    expect([...files.keys()].every(isPackagePath)).toBe(true)
    expect(titleOf(kind, 'summer-camp', files)).toEqual(title)
    expect(ownerOf(kind, files)).toBe(kind === 'process' ? 'platform' : 'social-protection')
  }
})

it('names by its id what has no words or cannot be read, and goes on with the version of the draft', () => {
  const files = new Map([
    ['service.json', '{ broken'],
    ['messages/en.json', '{"title": " "}'],
  ])
  expect(titleOf('service', 'camp', files)).toEqual({ en: 'camp', ru: 'camp', kk: 'camp' })
  const source = sourceOf({ kind: 'service', package: 'camp', version: '1.0.0' }, files, () => 'hash')
  expect(source).toMatchObject({ id: 'camp', version: '1.0.0', hash: 'hash', folder: 'draft' })
})

it('keeps of a name what is text and can be listed, whatever the words say', () => {
  const files = new Map([
    ['service.json', '{}'],
    ['messages/en.json', '{"title": "Ca\\u0000mp\\ud800"}'],
    ['messages/ru.json', JSON.stringify({ title: 'Л'.repeat(1_000_000) })],
    ['messages/kk.json', '{"title": "\\u0000"}'],
  ])
  const { en, ru, kk } = titleOf('service', 'camp', files)
  expect([en, ru.length, kk]).toEqual(['Camp\ufffd', 300, 'camp'])
})

it('leaves out of the package what remembers what was generated', () => {
  const files = new Map([
    ['service.json', '{}'],
    ['.generated.json', '{}'],
  ])
  const { files: own } = sourceOf({ kind: 'service', package: 'camp', version: '1.0.0' }, files, () => 'hash')
  expect(Object.keys(own)).toEqual(['service.json'])
  expect(isPackagePath('.generated.json')).toBe(true)
})
