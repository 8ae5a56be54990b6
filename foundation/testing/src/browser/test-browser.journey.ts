import { expect, test } from 'vitest'
import { expectAccessible } from './expect-accessible.ts'
import { expectWorded } from './expect-worded.ts'
import { testBrowser } from './test-browser.ts'

const browser = await testBrowser()
const content = (body: string, head = '', language = 'en') =>
  `<!doctype html><html lang="${language}"><head><title>Page</title><meta name="viewport" content="width=device-width">${head}</head><body>${body}</body></html>`

test('a phone and a desktop have their widths, and each visitor own cookies', async () => {
  const phone = await browser.visit({ screen: 'phone', language: 'kk' })
  const desktop = await browser.visit()
  for (const { page } of [phone, desktop]) await page.setContent(content('<h1>Page</h1>'))
  expect(await phone.page.evaluate(() => [innerWidth, navigator.language])).toEqual([360, 'kk-KZ'])
  expect(await desktop.page.evaluate(() => innerWidth)).toBe(1280)
  expect(phone.context).not.toBe(desktop.context)
})

test('what goes wrong in the page is seen', async () => {
  const { page, problems } = await browser.visit()
  await page.setContent(
    content('', "<script>console.error('broken'); setTimeout(() => { throw new Error('thrown') })</script>"),
  )
  await expect.poll(() => problems).toEqual(['console: broken', 'exception: thrown'])
})

test('an accessible page passes, an inaccessible one is named with its place', async () => {
  const { page } = await browser.visit()
  await page.setContent(content('<main><h1>Births</h1><p>A child is born.</p></main>'))
  await expectAccessible(page)
  await page.setContent(content('<main><h1>Births</h1><input type="text"></main>'))
  await expect(expectAccessible(page)).rejects.toThrow(/label.*\n.*input/)
})

test('in Russian small targets close together are named; one that a bar lies over as the page is scrolled is not', async () => {
  const { page } = await browser.visit()
  const bar = '<style>main{height:400vh}nav{position:sticky;top:0;background:white}a{display:block}</style>'
  const button = '<button style="width:6em;height:2em">Open</button>'
  const nav = '<nav><a href="/births">Births</a></nav>'
  await page.setContent(content(`${nav}<main><h1>Births</h1>${button}</main>`, bar, 'ru'))
  await page.locator('button').evaluate(place => globalThis.scrollTo(0, place.getBoundingClientRect().top - 10))
  await expectAccessible(page)
  const small = '<button style="width:1em;height:1em;padding:0;border:0">x</button>'
  await page.setContent(content(`<main><h1>Births</h1>${small}${small}</main>`, '', 'ru'))
  await expect(expectAccessible(page)).rejects.toThrow(/target-size/)
})

test.each(['[portal.page.title]', 'message:title', 'Case {number}', '[object Object]', 'undefined days', ''])(
  'a page that shows "%s" is found out',
  async words => {
    const { page } = await browser.visit()
    await page.setContent(content(words))
    await expect(expectWorded(page)).rejects.toThrow()
    await page.setContent(content('<p>See [1] and the act of 2026 (art. 5.1).</p>'))
    await expectWorded(page)
  },
)
