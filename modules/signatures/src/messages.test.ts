import { readFileSync } from 'node:fs'
import { findMessageProblems } from '@tereze/messages'
import { expect, test } from 'vitest'
import { signatures } from './index.ts'

const read = (language: string) =>
  JSON.parse(readFileSync(new URL(`../messages/${language}.json`, import.meta.url), 'utf8')) as Record<string, string>
const catalogues = { en: read('en'), ru: read('ru'), kk: read('kk') }

test('every word is there in three languages', () => {
  expect(findMessageProblems(catalogues)).toEqual([])
})

test('every refusal has a title and a way out', () => {
  const refusals = [...signatures.operations, ...signatures.protocols].flatMap(handler => handler.definition.refusals)
  // What a lower module refuses has its words there.
  for (const { code } of refusals.filter(({ code }) => code.startsWith('signatures.'))) {
    for (const part of ['title', 'way-out']) expect(catalogues.en, code).toHaveProperty([`refusal.${code}.${part}`])
  }
})
