import { expect, test } from 'vitest'
import { findLeaks } from './find-leaks.ts'

const marker = 'Зқканарбв'
const bytes = (text: string) => Buffer.from(text)
const found = (text: string) => findLeaks({ log: text }, [marker]).map(({ as }) => as)

test.each([
  ['as it is', `{"name":"${marker}"}`, 'plain'],
  ['in capitals', marker.toUpperCase(), 'folded'],
  ['in Latin letters', 'family: ZQKANARBV', 'latin'],
  ['in Latin letters of another spelling', 'zkkanarbv', 'latin'],
  ['in an address', `GET /search?words=${encodeURIComponent(marker)}`, 'percent'],
  ['in an address in small letters', encodeURIComponent(marker.toLowerCase()).toLowerCase(), 'percent'],
  [
    'escaped as JSON',
    JSON.stringify({ a: marker }).replace(
      /[^\0-\x7f]/g,
      letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
    'json',
  ],
  ['escaped as HTML', [...marker].map(letter => `&#${letter.charCodeAt(0)};`).join(''), 'html'],
  ['in hex', bytes(`xx${marker}yy`).toString('hex'), 'hex'],
  ['in base64', bytes(`${marker} and more`).toString('base64'), 'base64'],
  ['in base64, one byte later', bytes(`x${marker} and more`).toString('base64'), 'base64'],
  ['in base64 of addresses, two bytes later', bytes(`xy${marker}`).toString('base64url'), 'base64'],
])('a marker %s is found', (_, text, as) => expect(found(text)).toEqual([as]))

test('nothing is found where nothing is', () => {
  expect(found('{"case":"case_0195557a-8c00-7000-8000-000000000001","sentence":"done"}')).toEqual([])
  expect(findLeaks({ log: '', metrics: '' }, [marker, 'DM-1234-5678-9'])).toEqual([])
})

test('tells where each of several stood', () =>
  expect(findLeaks({ log: 'a DM-1234-5678-9', metrics: marker }, [marker, 'DM-1234-5678-9'])).toEqual([
    { surface: 'metrics', marker, as: 'plain' },
    { surface: 'log', marker: 'DM-1234-5678-9', as: 'plain' },
  ]))
