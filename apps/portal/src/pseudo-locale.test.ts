import { describe, expect, it } from 'vitest'
import { drawStates } from '../preview/open-portal.ts'
import { bareWords, loadPseudoPortal, pseudoReply } from '../preview/pseudo-locale.ts'
import { previewStates } from '../preview/states.ts'

const manifest = '/assets/manifest.webmanifest'
const assets = {
  stylesheet: '/a.css',
  icon: '/i.svg',
  script: '/s.js',
  offline: '/o.js',
  manifests: { en: manifest, ru: manifest, kk: manifest },
}
const createPortal = await loadPseudoPortal()
const days = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'
const months =
  'January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Oct Nov Dec'

/** Days and months are written alike wherever they stand (`libraries/wording`), languages by their own names: none has messages. */
const own = [
  ...days.split(' '),
  ...months.split(' '),
  'English',
  'Eng',
  'Русский',
  'Рус',
  'Қазақша',
  'Қаз',
  'Әсем Үлгібаева',
]

/** Formats of files and the world’s clock are called alike everywhere. */
const formats = ['CSV', 'JSON', 'Parquet', 'UTC']

/** Addresses and fingerprints, which are shown in groups. */
const codes = /https?:\/\/[^\s<"]+|\bportal\.example[^\s<"]*|(?:\b[0-9A-Za-z]{8}\s){3,}[0-9A-Za-z]{1,8}\b/g

/** The examples of the design system are no words of the portal. */
const pages = previewStates.filter(({ path }) => path !== '/design')

describe('no words of a page go past the messages', () => {
  it.each(pages.map(state => [state.name, state] as const))('%s', async (_, state) => {
    const typed = (state.form ?? []).flatMap(([, value]) => value.split(/["{}:,]+/))
    const asked = [...new URL(state.address, 'http://portal').searchParams.values()]
    const data = new Set([...own, ...typed, ...asked, ...Object.values(state.params ?? {}), 'contract.pdf', ...formats])
    const html = await drawStates(createPortal, assets, reply => pseudoReply(reply, data))(state, 'en')
    expect(bareWords(html.replaceAll(codes, ''), data)).toEqual([])
  })

  it('words beside a message are found out, in text and in what is read aloud', () => {
    expect(bareWords('<p>⟦Born on ⟦a day⟧⟧ 2 March</p>', new Set(['March']))).toEqual([])
    expect(bareWords('<p>⟦Born⟧ <b>here</b></p><img alt="A house">', new Set())).toEqual(['A house', 'here'])
    expect(bareWords('<p>a different en</p>', new Set(['en']))).toEqual(['a different'])
  })
})
