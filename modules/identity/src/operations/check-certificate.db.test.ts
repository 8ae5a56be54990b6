import { expect, test } from 'vitest'
import type { Answer, Browser } from '../browser.fixture.ts'
import { aigul, dana, identityPlatform, origin } from '../identity-platform.fixture.ts'
import type { CertificateHolder } from '../ports/certificate-holders.ts'

const firm = 'organisation_01960000-0000-7000-8000-0000000000f1'
const otherFirm = 'organisation_01960000-0000-7000-8000-0000000000f2'
/** A signature of these tests is what was signed with who signs before it; whether it holds is the business of another module. */
const holders: Readonly<Record<string, CertificateHolder>> = {
  aigul: { account: aigul.id, qualified: true, principal: null },
  dana: { account: dana.id, qualified: false, principal: null },
  stranger: { account: 'person_01960000-0000-7000-8000-00000000dead', qualified: true, principal: null },
  director: { account: aigul.id, qualified: true, principal: firm },
  former: { account: aigul.id, qualified: true, principal: otherFirm },
  nobody: 'nobody',
  revoked: { fault: 'certificate-revoked' },
}
const platform = await identityPlatform({
  mayActFor: async (person, principal) => person === aigul.id && principal === firm,
  certificates: {
    async find(_context, { challenge, signature }) {
      const [who = '', ...signed] = Buffer.from(signature).toString('utf8').split('|')
      const same = signed.join('|') === Buffer.from(challenge).toString('utf8')
      return same ? (holders[who] ?? { fault: 'form-wrong' }) : { fault: 'content-changed' }
    },
  },
})
const formOf = (page: Answer) => /name="_form" value="([^"]*)"/.exec(page.text)?.[1] ?? ''

/** Signs a challenge and brings the signature to a sign-in. */
async function bring(browser: Browser, page: Answer, signature: string, token = formOf(page)) {
  const form = new FormData()
  form.set('_form', token)
  form.set('file', new Blob([signature]), 'sign-in.txt.sig')
  const sent = new Response(form)
  return browser.send('POST', `${page.url.pathname}/certificate`, {
    body: await sent.text(),
    headers: { 'content-type': sent.headers.get('content-type') ?? '' },
  })
}
async function begin(to = '/sign-in?to=%2Fown') {
  const browser = platform.newBrowser()
  const page = await browser.open(to)
  const { text: challenge, status } = await browser.send('GET', `${page.url.pathname}/certificate`)
  return { browser, page, challenge, status }
}

test('the challenge names this place and this sign-in; a qualified certificate is substantial, another is low', async () => {
  const { browser, page, challenge } = await begin()
  expect(challenge).toContain(origin)
  expect((await begin()).challenge).not.toBe(challenge)
  const end = await browser.follow(await bring(browser, page, `aigul|${challenge}`))
  expect(JSON.parse(end.text)).toMatchObject({ id: aigul.id, assurance: 'substantial' })
  const weak = await begin()
  const low = await weak.browser.follow(await bring(weak.browser, weak.page, `dana|${weak.challenge}`))
  expect(JSON.parse(low.text)).toMatchObject({ id: dana.id, assurance: 'low' })
  // The program of an authority gives text, in a field.
  const typed = await begin()
  const fields = { _form: formOf(typed.page), signature: `aigul|${typed.challenge}` }
  const answer = await typed.browser.post(`${typed.page.url.pathname}/certificate`, fields)
  expect(JSON.parse((await typed.browser.follow(answer)).text)).toMatchObject({ id: aigul.id })
})

test('a signature is good for its own sign-in, once, and for nobody unknown', async () => {
  const first = await begin()
  const signature = `aigul|${first.challenge}`
  await first.browser.follow(await bring(first.browser, first.page, signature))
  const replayed = await bring(first.browser, first.page, signature)
  expect([403, 410]).toContain(replayed.status)
  const { browser, page, challenge } = await begin()
  const refusals: [string, string][] = [
    [signature, 'The signature is not of this sign-in'],
    [`revoked|${challenge}`, 'The certificate was revoked'],
    [`nobody|${challenge}`, 'Nobody is known here'],
    [`stranger|${challenge}`, 'Nobody is known here'],
    ['', 'No signature came'],
  ]
  for (const [brought, told] of refusals) {
    const answer = await bring(browser, page, brought)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(told)
  }
  expect((await bring(browser, page, `aigul|${challenge}`, 'forged')).status).toBe(403)
})

test('where more is needed than a certificate proves, it is not offered', async () => {
  const { page } = await begin('/sign-in?to=%2Fown&level=high')
  expect(page.text).not.toContain('fcertificate')
})

test('who signs with the certificate of a firm acts for it at once, as long as they may', async () => {
  const director = await begin()
  const end = await director.browser.follow(
    await bring(director.browser, director.page, `director|${director.challenge}`),
  )
  expect(JSON.parse(end.text)).toMatchObject({ id: aigul.id, onBehalfOf: firm, assurance: 'substantial' })
  expect(platform.audited.at(-1)).toMatchObject({ operation: 'identity.finish-sign-in', actor: { onBehalfOf: firm } })
  expect(director.browser.cookie('tereze_acting_certificate')).toBeUndefined()
  const former = await begin()
  const alone = await former.browser.follow(await bring(former.browser, former.page, `former|${former.challenge}`))
  expect(JSON.parse(alone.text)).toMatchObject({ id: aigul.id, onBehalfOf: null })
  // What was proven in a sign-in that somebody else finishes is nothing for them.
  const left = await begin()
  await bring(left.browser, left.page, `director|${left.challenge}`)
  const taken = JSON.parse((await platform.signIn(left.browser, dana)).text)
  expect(taken).toMatchObject({ id: dana.id, onBehalfOf: null })
})
