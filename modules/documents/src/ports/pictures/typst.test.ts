import type { Text } from '@tereze/operation'
import { afterAll, describe, expect, it } from 'vitest'
import { type Picture, PicturesBusy, type PreviewOrder } from '../../contract/index.ts'
import { createDrawing } from '../../picture/draw-picture.ts'
import { PictureFailed, typstPictures, typstPreviews } from './typst.ts'

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
    expect(Buffer.from(pdf).toString('latin1')).toContain('pdfaid:part>2')
  })

  it('goes on after a picture that cannot be drawn', async () => {
    await expect(pictures.draw({ ...picture, date: 'never' })).rejects.toBeInstanceOf(PictureFailed)
    expect((await pictures.draw(picture)).byteLength).toBeGreaterThan(10_000)
  })

  it('writes PDF/A-2a of pages that keep PDF/UA-1 too', () => {
    const pages = createDrawing()(picture)
    expect(Buffer.from(pages.pdf('ua-1')).toString('latin1')).toContain('pdfuaid:part')
  })
})

describe('typstPreviews', () => {
  const words = { title: 'Certificate', text: 'For {name}, <b>please</b>' }
  const order: PreviewOrder = {
    template: {
      id: 'certificate',
      title: 'message:title',
      page: { footer: 'message:title' },
      body: [
        { text: 'message:text', values: { name: '= name' } },
        { list: '= list', text: 'message:title' },
      ],
    },
    words: { en: words, ru: words, kk: words },
    common: { en: {}, ru: {}, kk: {} },
    regulation: null,
    appeals: null,
    data: { name: '#panic("x")', list: [1, 2] },
    languages: ['kk', 'ru'],
    issuer: { name: same('Civil Registry'), zone: 'Asia/Almaty' },
    organisations: {},
    now: '2026-03-02T04:00:00Z',
    origin: 'https://services.example',
  }
  const withWords = (text: string) => ({ ...order, words: { en: words, ru: words, kk: { ...words, text } } })
  const previews = typstPreviews({ patience: 30_000, waiting: 10 })
  afterAll(() => previews.close())

  it('shows a page as documents look, marked as a sample, in a drawing without script or style', async () => {
    const shown = await previews.show(order)
    if ('fault' in shown) throw new Error(shown.detail)
    expect(Buffer.from(shown.pdf).toString('latin1')).toContain('pdfaid:part>2')
    expect(shown.svg).toMatch(/^<svg/u)
    expect(shown.svg).not.toMatch(/<(script|style|foreignObject)|javascript:/u)
  })

  it('says what is wrong with a template', async () => {
    const body = [{ text: 'message:text', values: { name: '= ((' } }]
    expect(await previews.show({ ...order, template: { ...order.template, body } })).toEqual({
      fault: 'expression',
      detail: '((',
    })
    expect(await previews.show(withWords('{'))).toEqual({ fault: 'words', detail: 'text (kk)' })
    expect(await previews.show(withWords('For {nobody}'))).toEqual({ fault: 'field', detail: 'nobody' })
  })

  it('ends what has no end, takes no more than may wait, and goes on', async () => {
    const hasty = typstPreviews({ patience: 700, waiting: 1 })
    const list = '= for a in 1..10000, b in 1..10000, c in 1..1000 return a'
    const endless = { ...order, template: { ...order.template, body: [{ list, text: 'message:title' }] } }
    const [ended, waits, refused] = await Promise.allSettled([
      hasty.show(endless),
      hasty.show(endless),
      hasty.show(order),
    ])
    await hasty.close()
    expect(ended).toMatchObject({ status: 'rejected', reason: expect.any(PictureFailed) })
    expect(waits).toMatchObject({ status: 'rejected', reason: expect.any(PictureFailed) })
    expect(refused).toMatchObject({ status: 'rejected', reason: expect.any(PicturesBusy) })
    expect(await previews.show(order)).toHaveProperty('svg')
  })

  it('sets no page that is larger than any document, however few words it is made of', async () => {
    const list = { list: '= for a in 1..300 return a', text: 'message:text', values: { name: '= name' } }
    const data = { name: 'word '.repeat(2000), list: [] }
    await expect(
      previews.show({ ...order, data, template: { ...order.template, body: [list] } }),
    ).rejects.toBeInstanceOf(PictureFailed)
    expect(await previews.show(order)).toHaveProperty('svg')
  })
})
