import { afterEach, expect, test } from 'vitest'
import { aigul, dana, identityPlatform } from '../identity-platform.fixture.ts'
import { guessing, mostTries } from '../rules/decide-code.ts'

const platform = await identityPlatform()
const { newBrowser, chooseIdentity, enterCode, phone, clock } = platform
afterEach(() => clock.advance({ milliseconds: guessing.within }))

const wrong = async () => ((await phone.shownCode(aigul)) === '000000' ? '111111' : '000000')

test('a code is six digits', async () => {
  await chooseIdentity(newBrowser(), aigul)
  expect(await phone.shownCode(aigul)).toMatch(/^[0-9]{6}$/)
})

test('spaces in a code do not matter', async () => {
  const browser = newBrowser()
  const page = await chooseIdentity(browser, aigul)
  const code = (await phone.shownCode(aigul)) ?? ''
  const answer = await browser.submit(page, { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` })
  expect(answer.status).toBe(303)
})

test('a wrong code is told with the tries that are left; the sixth try is refused though it is right', async () => {
  const browser = newBrowser()
  const page = await chooseIdentity(browser, aigul)
  for (let left = mostTries - 1; left > 0; left--) {
    const answer = await browser.submit(page, { code: await wrong() })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(left === 1 ? '1 try is left' : `${left} tries are left`)
    expect(answer.text).toContain('href="#fcode"')
  }
  const fifth = await browser.submit(page, { code: await wrong() })
  expect(fifth.status).toBe(429)
  const sixth = await enterCode(browser, page, aigul)
  expect(sixth.status).toBe(429)
  expect(sixth.text).toContain('Too many wrong codes')
})

test('an empty code uses up no try', async () => {
  const browser = newBrowser()
  const page = await chooseIdentity(browser, aigul)
  for (let attempt = 0; attempt <= mostTries; attempt++) {
    const answer = await browser.submit(page, { code: ' ' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('There is no code yet')
  }
  expect((await enterCode(browser, page, aigul)).status).toBe(303)
})

test('a code that signs in no more is not shown, only the way to a new one', async () => {
  const browser = newBrowser()
  const page = await chooseIdentity(browser, aigul)
  const code = (await phone.shownCode(aigul)) ?? ''
  const guess = await wrong()
  let answer = await browser.submit(page, { code: guess })
  expect(answer.text).toContain(code)
  for (let attempt = 1; attempt < mostTries; attempt++) answer = await browser.submit(page, { code: guess })
  expect(answer.status).toBe(429)
  expect(answer.text).not.toContain(code)
  expect(answer.text).not.toContain('name="code"')
  expect(answer.text).toContain('id="fcode" name="again"')
})

test('tries at once are counted one by one', async () => {
  const browser = newBrowser()
  const page = await chooseIdentity(browser, aigul)
  const answers = await Promise.all(
    Array.from({ length: 12 }, async () => browser.submit(page, { code: await wrong() })),
  )
  expect(answers.filter(answer => answer.status === 422)).toHaveLength(mostTries - 1)
  expect((await enterCode(browser, page, aigul)).status).toBe(429)
})

test('asking for new codes does not help guessing: after three guessed-at codes the account pauses', async () => {
  const browser = newBrowser()
  for (let code = 0; code < guessing.codes; code++) {
    const page = await chooseIdentity(browser, aigul)
    expect(page.url.pathname).toMatch(/\/code$/)
    for (let attempt = 0; attempt < mostTries; attempt++) await browser.submit(page, { code: await wrong() })
  }
  const paused = await browser.open('/sign-in')
  const answer = await browser.submit(paused, { identity: aigul.id })
  expect(answer.status).toBe(429)
  expect(answer.text).toContain('Try again in 15 minutes')
  expect((await chooseIdentity(newBrowser(), dana)).url.pathname).toMatch(/\/code$/)
  clock.advance({ milliseconds: guessing.within })
  expect((await chooseIdentity(newBrowser(), aigul)).url.pathname).toMatch(/\/code$/)
})

test('a code holds five minutes', async () => {
  const browser = newBrowser()
  const page = await chooseIdentity(browser, aigul)
  clock.advance({ minutes: 5 })
  const answer = await enterCode(browser, page, aigul)
  expect(answer.status).toBe(410)
  expect(answer.text).toContain('The code is too old')
})

test('a new code takes the place of the one before', async () => {
  const browser = newBrowser()
  const page = await chooseIdentity(browser, aigul)
  const first = (await phone.shownCode(aigul)) ?? ''
  clock.advance({ milliseconds: 5 })
  let second = first
  while (second === first) {
    const again = await browser.follow(await browser.submit(page, { again: 'yes' }))
    expect(again.url.pathname).toBe(page.url.pathname)
    second = (await phone.shownCode(aigul)) ?? ''
    clock.advance({ milliseconds: 5 })
  }
  expect((await browser.submit(page, { code: first })).status).toBe(422)
  expect((await browser.submit(page, { code: second })).status).toBe(303)
})

test('a code signs in once', async () => {
  const browser = newBrowser()
  const page = await chooseIdentity(browser, aigul)
  const code = (await phone.shownCode(aigul)) ?? ''
  const first = await browser.submit(page, { code })
  expect(first.status).toBe(303)
  const again = await browser.submit(page, { code })
  expect(again.status).toBe(410)
  expect(again.headers.location).toBeUndefined()
})

test('a code of one sign-in is nothing in another', async () => {
  const one = newBrowser()
  const other = newBrowser()
  await chooseIdentity(one, aigul)
  const code = (await phone.shownCode(aigul)) ?? ''
  clock.advance({ milliseconds: 5 })
  const page = await chooseIdentity(other, dana)
  if ((await phone.shownCode(dana)) === code) return
  expect((await other.submit(page, { code })).status).toBe(422)
})
