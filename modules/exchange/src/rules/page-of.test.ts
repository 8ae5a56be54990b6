import { createMessages } from '@tereze/messages'
import { expect, it } from 'vitest'
import { pageOf } from './page-of.ts'

it('sets the words of the contract in each language, with dates written out, and other words as they are', () => {
  const words = {
    en: { born: 'Born {day} in {place}, {name}', north: 'the north' },
    ru: { born: 'Дата: {day}, {place}, {name}', north: 'север' },
    kk: { born: 'Күні: {day}, {place}, {name}', north: 'солтүстік' },
  }
  const name = { en: 'A', ru: 'Б', kk: 'Ә' }
  const blocks = [
    { kind: 'title', text: 'message:born', values: { day: '2026-03-02', place: 'message:north', name } },
    { kind: 'paragraph', text: 'A. B.' },
  ] as const
  const page = pageOf({ languages: ['kk', 'en'], blocks: [...blocks] }, createMessages([words]), {
    author: 'civil-registry',
    date: '2026-03-02',
  })
  expect(page).toMatchObject({ languages: ['kk', 'en'], author: 'civil-registry', date: '2026-03-02' })
  const said = Object.entries(page.blocks[0]?.text ?? {}).map(([language, text]) => [
    language,
    text.replaceAll('\u00a0', ' '),
  ])
  expect(Object.fromEntries(said)).toEqual({
    kk: 'Күні: 2026 жылғы 2 наурыз, солтүстік, Ә',
    en: 'Born 2 March 2026 in the north, A',
  })
  expect(page.blocks[1]).toEqual({ kind: 'paragraph', number: '', text: { kk: 'A. B.', en: 'A. B.' } })
})
