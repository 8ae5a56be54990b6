import type { Text } from '@tereze/operation'
import { afterAll, describe, expect, it } from 'vitest'
import { type Picture, PicturesBusy } from '../../contract/index.ts'
import { createDrawing } from '../../picture/draw-picture.ts'
import { PictureFailed, typstPictures } from './typst.ts'

const same = (text: string): Text => ({ en: text, ru: text, kk: text })
const picture: Picture = {
  languages: ['kk', 'ru'],
  organisation: { en: 'Civil Registry', ru: 'Служба ЗАГС', kk: 'Азаматтық хал актілерін жазу қызметі' },
  title: { en: 'Birth certificate', ru: 'Свидетельство о рождении', kk: 'Туу туралы куәлік' },
  issued: { en: '2 March 2026', ru: '2 марта 2026 г.', kk: '2026 жылғы 2 наурыз' },
  date: '2026-03-02',
  reference: '7K4M-92XQ-P3AB-1TDN',
  verifyUrl: 'http://localhost:8080/verify/7K4M-92XQ-P3AB-1TDN',
  verifyAddress: 'localhost:8080/verify/7K4M-92XQ-P3AB-1TDN',
  key: 'ES256 · abc',
  certificate: same('Certificate 4f00'),
  blocks: [
    { kind: 'heading', text: same('Heading') },
    { kind: 'text', text: { en: 'a', ru: 'б', kk: 'в' } },
    { kind: 'fields', fields: [{ label: same('Ә Ғ Қ Ң Ө Ұ Ү Һ І ₸'), value: same('Айсұлу') }] },
    {
      kind: 'text',
      text: same('bold and slanted'),
      runs: {
        en: [{ text: 'bold', bold: true }, { text: ' and ' }, { text: 'slanted', italic: true }],
        ru: [{ text: 'bold and slanted', bold: true, italic: true }],
        kk: [{ text: '#panic("x")', bold: true }],
      },
    },
    {
      kind: 'table',
      columns: [
        { label: same('Month'), width: 2, align: 'start' },
        { label: same('Sum'), width: 1, align: 'end' },
      ],
      rows: Array.from({ length: 60 }, (_, month) => [{ text: same(String(month)) }, { text: same('41 000,00 ₸') }]),
    },
    { kind: 'page', header: same('Header'), footer: same('Footer'), number: 'plain' },
    { kind: 'qr' },
    { kind: 'seal' },
    { kind: 'list', numbered: true, items: [{ text: same('Point'), note: null }] },
    { kind: 'list', items: [{ text: same('#panic("x") $ * _ [ ] \\'), note: null }] },
  ],
  words: { signed: same('signed'), check: same('check'), qr: same('QR code') },
}
const pictures = typstPictures({ workers: 2 })
afterAll(() => pictures.close())

describe('typstPictures', () => {
  it('draws a tagged PDF, the same bytes for the same picture', async () => {
    const [one, two] = await Promise.all([pictures.draw(picture), pictures.draw(picture)])
    const text = Buffer.from(one).toString('latin1')
    expect(text.startsWith('%PDF-1.7')).toBe(true)
    expect(text).toContain('/StructTreeRoot')
    expect(text).toMatch(/pdfaid:part>2[\s\S]*pdfaid:conformance>A/u)
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
  })

  it('draws in one language or three, and takes no text for markup', async () => {
    for (const languages of [['en'], ['en', 'ru', 'kk']] as const) {
      expect((await pictures.draw({ ...picture, languages })).byteLength).toBeGreaterThan(10_000)
    }
  })

  it('sets texts in the same threads', async () => {
    const text = { kk: 'Үзінді көшірме', ru: 'Выписка' }
    const blocks = [{ kind: 'title', number: '', text } as const]
    const pdf = await pictures.drawPages({ languages: ['kk', 'ru'], author: 'A', date: '2026-03-02', blocks })
    expect(Buffer.from(pdf).toString('latin1')).toContain('pdfuaid:part')
  })

  it('goes on after a picture that cannot be drawn', async () => {
    await expect(pictures.draw({ ...picture, date: 'never' })).rejects.toBeInstanceOf(PictureFailed)
    expect((await pictures.draw(picture)).byteLength).toBeGreaterThan(10_000)
  })

  it('shows the same file with a drawing, and takes no more than may wait', async () => {
    const few = typstPictures({ waiting: 1 })
    const [shown, waits, refused] = await Promise.allSettled([few.show(picture), few.show(picture), few.show(picture)])
    await few.close()
    if (shown.status === 'rejected') throw shown.reason
    expect(Buffer.from(shown.value.pdf).equals(Buffer.from(await pictures.draw(picture)))).toBe(true)
    expect(shown.value.svg).toMatch(/^<svg/u)
    // Browsers with a strict policy draw it: nothing in it is script or style.
    expect(shown.value.svg).not.toMatch(/<(script|style|foreignObject)|javascript:/u)
    expect(waits.status).toBe('fulfilled')
    expect(refused).toMatchObject({ status: 'rejected', reason: expect.any(PicturesBusy) })
  })

  it('writes PDF/A-2a of pages that keep PDF/UA-1 too', () => {
    const pages = createDrawing()(picture)
    expect(Buffer.from(pages.pdf('ua-1')).toString('latin1')).toContain('pdfuaid:part')
  })
})
