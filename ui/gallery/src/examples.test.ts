import { readdirSync, readFileSync } from 'node:fs'
import * as components from '@tereze/ui-components'
import { expect, test } from 'vitest'
import { examples } from './examples.ts'

const folder = new URL('examples/', import.meta.url)
const sources = readdirSync(folder)
  .map(file => readFileSync(new URL(file, folder), 'utf8'))
  .join('\n')
const texts = [...sources.matchAll(/en: '([^']*)',\s*ru: '([^']*)',\s*kk: '([^']*)'/g)]

test('every part of the design system has its example', () => {
  const parts = Object.entries(components).flatMap(([name, part]) =>
    typeof part === 'function' && /^[A-Z]/.test(name) ? [name] : [],
  )
  expect(parts.length).toBeGreaterThan(40)
  expect(examples.flatMap(({ parts: shown }) => shown).sort()).toEqual(parts.sort())
})

test('every example draws the parts that it names, but for the shell, which is around its page', () => {
  const absent = examples.flatMap(({ parts }) => parts).filter(part => !sources.includes(`<${part}`))
  expect(absent).toEqual(['Shell'])
})

test('names are different, and every text is said three times', () => {
  expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length)
  expect(texts.length).toBe(sources.match(/\ben: /g)?.length)
  expect(texts.filter(([, en, ru, kk]) => !en || !ru || !kk || ru === kk || en === ru).map(([text]) => text)).toEqual(
    [],
  )
})
