import { signatures as library } from '@tereze/foundation-signatures'
import { person } from '@tereze/foundation-testing'
import { isRefused, systemActor } from '@tereze/operation'
import { expect, it } from 'vitest'
import { findSigned } from '../contract/index.ts'
import { asem, firm, nobody, signaturesPlatform } from '../signatures-platform.fixture.ts'
import { prepared, words } from '../statement.fixture.ts'
import { bringSignatureHandler } from './bring-signature.ts'

const platform = await signaturesPlatform()
const { signCms } = await library()
const signer = person({ id: asem })
const utf8 = (text: string) => new TextEncoder().encode(text)
type Who = ReturnType<typeof person>

async function bring(statement: string, file: Uint8Array | null, who: Who = signer) {
  const form = new FormData()
  if (file !== null) form.set('file', new Blob([new Uint8Array(file)]), 'application.txt.sig')
  else form.set('note', 'nothing')
  const sent = new Response(form)
  const reply = await bringSignatureHandler.respond(
    {
      method: 'POST',
      url: new URL('https://services.example/signatures/statements/x/signature'),
      params: { statement },
      cookies: {},
      headers: { 'content-type': sent.headers.get('content-type') ?? '' },
      body: new Uint8Array(await sent.arrayBuffer()),
    },
    platform.context(who),
  )
  return isRefused(reply) ? reply : JSON.parse(String(reply.body))
}
const named = (number: string | null, more: { type: string; value: string }[] = []) => [
  { type: '2.5.4.3', value: 'Әсем Үлгібаева' },
  ...(number === null ? [] : [{ type: '2.5.4.5', value: `PNODM-${number}` }]),
  ...more,
]

it('takes a signature beside exactly what was shown, of the person who signed in', async () => {
  const { statement } = await prepared(platform, signer, { needed: 'qualified' })
  const mine = await platform.certify()
  const stranger = await platform.certify({ subject: named('DM-9999-9999-Z') })
  const nameless = await platform.certify({ subject: named(null) })
  const weak = await platform.certify({ policies: [] })
  const revoked = await platform.certify()
  platform.revoked.set(revoked.serial, platform.clock.now())
  const [content, other] = [utf8(words), utf8(words.replace('жолдама', 'екі жолдама'))]
  const refusals: [Uint8Array | null, unknown][] = [
    [null, { code: 'signatures.file-missing' }],
    [utf8('no signature'), { code: 'signatures.signature-unreadable' }],
    [await signCms(other, mine.key), { code: 'signatures.signature-faulty', params: { fault: 'content-changed' } }],
    [
      await signCms(other, mine.key, { inside: true }),
      { code: 'signatures.signature-faulty', params: { fault: 'content-changed' } },
    ],
    [await signCms(content, revoked.key), { params: { fault: 'certificate-revoked' } }],
    [await signCms(content, stranger.key), { code: 'signatures.signer-other' }],
    [await signCms(content, nameless.key), { code: 'signatures.signer-other' }],
    [await signCms(content, weak.key), { code: 'signatures.kind-too-weak', params: { given: 'advanced' } }],
  ]
  for (const [file, expected] of refusals) expect(await bring(statement, file)).toMatchObject(expected as object)
  const file = await signCms(content, mine.key)
  expect(await bring(statement, file, person({ id: nobody }))).toMatchObject({
    code: 'signatures.statement-not-found',
  })
  expect(await bring(statement, file)).toMatchObject({
    kind: 'qualified',
    way: 'certificate',
    signer: 'Әсем Үлгібаева',
    serial: mine.serial,
    authority: 'Test Authority',
  })
  expect(await bring(statement, file)).toMatchObject({ code: 'signatures.statement-signed' })
  const found = await platform.run(findSigned, { statement }, systemActor('cases', 'platform'))
  expect(found).toMatchObject({ account: asem, text: words, signature: Buffer.from(file).toString('base64') })
})

it('takes the certificate of a firm from who acts for it, and from nobody else', async () => {
  const subject = named('DM-2345-6789-A', [{ type: '2.5.4.97', value: 'NTRDM-DMO-2345' }])
  const { key } = await platform.certify({ subject })
  const file = await signCms(utf8(words), key)
  const forSelf = await prepared(platform, signer)
  expect(await bring(forSelf.statement, file)).toMatchObject({ code: 'signatures.organisation-other' })
  const director = person({ id: asem, onBehalfOf: firm })
  const forFirm = await prepared(platform, director)
  expect(await bring(forFirm.statement, file, director)).toMatchObject({ kind: 'qualified' })
})
