import { afterEach, expect, test } from 'vitest'
import type { Answer, Browser } from './browser.fixture.ts'
import { aigul, dana, identityPlatform, numberOf } from './identity-platform.fixture.ts'
import type { CodeLine } from './ports/code-line.ts'
import { sendingLimits } from './rules/decide-sending.ts'

const sent: { account: string; code: string }[] = []
const gateway = { fails: false }
const line: CodeLine = {
  mostInAnHour: 30,
  async send({ account, code }) {
    if (gateway.fails) throw new Error('the gateway is away')
    sent.push({ account, code })
    return 'sent'
  },
}
const platform = await identityPlatform({ codeLine: line })
const { newBrowser, clock } = platform
afterEach(() => {
  gateway.fails = false
  sent.length = 0
  clock.advance({ milliseconds: sendingLimits.numberDay.within })
})

async function ask(number: string, browser: Browser = newBrowser()): Promise<{ browser: Browser; answer: Answer }> {
  const page = await browser.open('/sign-in?to=%2Fown')
  return { browser, answer: await browser.submit(page, { number }) }
}

test('a code comes to the telephone of whoever has the number, and signs them in once, in the browser that asked', async () => {
  const browser = newBrowser()
  const ways = await browser.open('/sign-in?to=%2Fown')
  for (const better of ['data-passkey="get"', 'id="fprogram"']) expect(ways.text).toContain(better)
  expect((await newBrowser().open('/sign-in?level=high')).text).not.toContain('id="fnumber"')
  const { answer } = await ask(` ${numberOf(aigul)} `, browser)
  const page = await browser.follow(answer)
  expect(page.text).toContain('If this number is known here')
  expect(page.text).not.toContain(aigul.name)
  expect(page.text).not.toContain('Demo phone')
  expect(sent).toMatchObject([{ account: aigul.id, code: expect.stringMatching(/^\d{6}$/) }])
  const [{ code } = { code: '' }] = sent
  const other = newBrowser()
  const elsewhere = await other.follow((await ask(numberOf(dana), other)).answer)
  if (sent[1]?.code !== code) expect((await other.submit(elsewhere, { code })).status).toBe(422)
  const end = await browser.follow(await browser.submit(page, { code }))
  expect(JSON.parse(end.text)).toMatchObject({ id: aigul.id, assurance: 'substantial' })
})

test('whether a number is known nobody learns: pages, tries and limits are the same', async () => {
  const seen = async (number: string) => {
    const browser = newBrowser({ 'x-forwarded-for': `203.0.113.${number.length}` })
    const page = await browser.follow((await ask(number, browser)).answer)
    const wrong = await browser.submit(page, { code: sent.some(({ code }) => code === '000000') ? '111111' : '000000' })
    const again = await browser.submit(page, { again: 'yes' })
    await browser.submit(page, { again: 'yes' })
    const enough = await browser.submit(page, { again: 'yes' })
    const text = ({ text }: Answer) => text.replaceAll(/value="[^"]*"|interaction\/[\w-]+/g, '')
    return [text(page), wrong.status, text(wrong), again.status, enough.status, text(enough)]
  }
  const known = await seen(numberOf(aigul))
  expect(await seen('NOBODY')).toEqual(known)
  expect(known[1]).toBe(422)
  expect(known[4]).toBe(429)
  expect(sent.every(({ account }) => account === aigul.id)).toBe(true)
})

test('one address cannot make us send to many numbers, nor all addresses together more than the operator pays for', async () => {
  const from = async (address: string, number: string) =>
    (await ask(number, newBrowser({ 'x-forwarded-for': address }))).answer.status
  const statuses: number[] = []
  for (let n = 0; n <= sendingLimits.address.most; n++) statuses.push(await from('192.0.2.1', `N-${n}`))
  expect(statuses.filter(status => status === 303)).toHaveLength(sendingLimits.address.most)
  expect(statuses.at(-1)).toBe(429)
  for (let n = 0; n < line.mostInAnHour - sendingLimits.address.most; n++)
    expect(await from('192.0.2.2', `M-${n}`)).toBe(303)
  expect(await from('192.0.2.3', numberOf(dana))).toBe(429)
  expect(platform.errors.map(({ message }) => message)).toContainEqual(expect.stringContaining('SMS_CODES_PER_HOUR'))
  clock.advance({ milliseconds: sendingLimits.all.within })
  expect(await from('192.0.2.3', numberOf(dana))).toBe(303)
})

test('without a number nothing is sent; a gateway that is away is told to the operator, not to the world', async () => {
  const { answer } = await ask(' ')
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('href="#fnumber"')
  gateway.fails = true
  expect((await ask(numberOf(aigul))).answer.status).toBe(303)
  expect(platform.errors.map(({ message }) => message)).toContain('the gateway is away')
})
