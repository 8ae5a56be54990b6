import { official } from '@tereze/foundation-testing'
import type { InputOf } from '@tereze/operation'
import { expect, it } from 'vitest'
import { PicturesBusy, type PreviewOrder, previewTemplate, type ShownPages } from '../contract/index.ts'
import { documentsPlatform } from '../platform.fixture.ts'
import { PictureFailed } from '../ports/pictures/drawing-threads.ts'

const platform = await documentsPlatform()
const sara = official({ organisation: 'civil-registry', roles: ['developer'] })
const words = { title: 'Certificate' }
const input: InputOf<typeof previewTemplate> = {
  organisation: 'civil-registry',
  template: { id: 'certificate', title: 'message:title', body: [{ appeal: true }] },
  words: { en: words, ru: words, kk: words },
  data: { body: 'org:health' },
  languages: ['kk', 'ru'],
}
const ask = (shows: (order: PreviewOrder) => Promise<ShownPages>) => {
  platform.shows = shows
  return platform.run(previewTemplate, input, sara)
}

it('has a page composed of what is given, by the organisation’s name and clock, and keeps nothing', async () => {
  let given: PreviewOrder | null = null
  const shown = await ask(async order => {
    given = order
    return { pdf: Buffer.from('%PDF'), svg: '<svg/>' }
  })
  expect(shown).toEqual({ pdf: 'JVBERg==', svg: '<svg/>' })
  expect(given).toMatchObject({
    issuer: { name: { en: 'Civil Registry' }, zone: 'Asia/Almaty' },
    organisations: { health: { kk: 'Денсаулық' } },
    now: platform.clock.now().toISOString(),
  })
})

it('says what is wrong with the template, with the page, or that others are before', async () => {
  expect(await ask(async () => ({ fault: 'words', detail: 'title (kk)' }))).toMatchObject({
    code: 'documents.template-faulty',
    params: { detail: 'title (kk)' },
  })
  expect(await ask(() => Promise.reject(new PictureFailed('took too long')))).toMatchObject({
    code: 'documents.preview-failed',
  })
  expect(await ask(async () => ({ pdf: Buffer.from(''), svg: ' '.repeat(4_000_001) }))).toMatchObject({
    code: 'documents.preview-failed',
  })
  expect(await ask(() => Promise.reject(new PicturesBusy()))).toMatchObject({ code: 'documents.preview-busy' })
})
