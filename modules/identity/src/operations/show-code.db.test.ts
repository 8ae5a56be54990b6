import { expect, test } from 'vitest'
import { aigul, identityPlatform } from '../identity-platform.fixture.ts'

const { newBrowser, chooseIdentity, phone } = await identityPlatform()

test('the page names who signs in and shows the code on the demo phone', async () => {
  const page = await chooseIdentity(newBrowser(), aigul)
  expect(page.status).toBe(200)
  expect(page.text).toContain('the phone of Aigul Serik')
  expect(page.text).toContain(`id="demo-code">${await phone.shownCode(aigul)}<`)
})

test('before somebody is chosen there is no code to ask for', async () => {
  const browser = newBrowser()
  const page = await browser.open('/sign-in')
  const answer = await browser.send('GET', `${page.url.pathname}/code`)
  expect(answer.headers.location).toBe(page.url.pathname)
})

test('another browser does not see it', async () => {
  const page = await chooseIdentity(newBrowser(), aigul)
  const answer = await newBrowser().send('GET', page.url.pathname)
  expect(answer.status).toBe(410)
  expect(answer.text).toContain('This sign-in is over')
  expect(answer.text).not.toContain(await phone.shownCode(aigul))
})
