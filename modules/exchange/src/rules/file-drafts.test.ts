import { expect, it } from 'vitest'
import { readDrafts } from './file-drafts.ts'

const taken = { mediaTypes: ['application/pdf', 'text/csv'], count: 2 }
const page = {
  languages: ['kk', 'ru'],
  blocks: [{ kind: 'title', text: 'message:extract', values: { born: '2026-03-01' } }],
}
const csv = { name: 'list.csv', mediaType: 'text/csv', text: 'a,b\n' }
const pdf = { name: 'extract.pdf', mediaType: 'application/pdf', page }

it('takes files whose bytes are given in one way each', () => {
  const files = [csv, pdf]
  expect(readDrafts(files, taken)).toEqual({ drafts: files })
  expect(readDrafts([{ ...csv, text: undefined, base64: 'YSxiCg==' }].map(strip), taken)).toHaveProperty('drafts')
  expect(readDrafts([{ name: 'a.pdf', mediaType: 'application/pdf', path: '/files/1' }], taken)).toHaveProperty(
    'drafts',
  )
  expect(readDrafts([], taken)).toEqual({ drafts: [] })
})

it('names the place of what is wrong, and no value', () => {
  const wrong = (files: unknown) => {
    const read = readDrafts(files, taken)
    return 'wrong' in read ? read.wrong : null
  }
  expect(wrong(null)).toBe('/answerFiles/files')
  expect(wrong({})).toBe('/answerFiles/files')
  expect(wrong([csv, csv, csv])).toBe('/answerFiles/count 3')
  expect(wrong([csv, { ...csv, base64: 'YQ==' }])).toBe('/answerFiles/files/1')
  expect(wrong([{ ...csv, name: '../secret' }])).toBe('/answerFiles/files/0')
  expect(wrong([{ name: 'a.csv', mediaType: 'text/csv' }])).toBe('/answerFiles/files/0')
  expect(wrong([{ name: 'a.csv', mediaType: 'text/csv', base64: '§' }])).toBe('/answerFiles/files/0')
  expect(wrong([{ ...csv, mediaType: 'image/png' }])).toBe('/answerFiles/files/0/mediaType image/png')
  expect(wrong([{ ...pdf, mediaType: 'text/csv' }])).toBe('/answerFiles/files/0/page')
  expect(wrong([{ ...pdf, page: { ...page, languages: ['xx'] } }])).toBe('/answerFiles/files/0')
})

function strip(file: object): object {
  return JSON.parse(JSON.stringify(file)) as object
}
