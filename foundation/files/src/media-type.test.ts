import { describe, expect, it } from 'vitest'
import { contentOf, fits } from './media-type.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const png = bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\0IDAT')

describe('contentOf', () => {
  it.each([
    ['a PDF', bytes('%PDF-1.7\n%\xe2\xe3'), 'application/pdf'],
    ['a picture', png, 'image/png'],
    ['a program', bytes(`MZ${'\0'.repeat(64)}`), 'application/x-msdownload'],
    ['Kazakh text', Buffer.from('жыл;өңір\n2025;солтүстік'), 'text'],
    ['text cut in a letter', Buffer.from('өңір').subarray(0, 3), 'text'],
    ['an older encoding', bytes('\xe3\xee\xe4;\xf0\xe0\xe9\xee\xed'), null],
    ['bytes of nothing known', bytes('\0\x01\x02\x03'), null],
  ])('%s', async (_name, head, content) => expect(await contentOf(head)).toBe(content))
})

describe('fits', () => {
  it.each([
    ['application/pdf', 'application/pdf', true],
    ['application/pdf', 'image/png', false],
    ['application/x-msdownload', 'application/octet-stream', false],
    ['application/vnd.apache.parquet', 'application/x-parquet', true],
    ['text', 'text/csv', true],
    ['text', 'application/json', true],
    ['text', 'application/pdf', false],
    [null, 'text/csv', false],
    [null, 'application/octet-stream', true],
  ])('%s is called %s: %s', (content, mediaType, expected) => expect(fits(content, mediaType)).toBe(expected))
})
