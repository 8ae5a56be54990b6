import { writeDisclosure } from '@tereze/sd-jwt'
import { decodeJwt } from 'jose'
import { expect, it } from 'vitest'
import { createWallet } from '../../../../examples/wallet/wallet.mjs'
import {
  answerPresentation,
  findRequest,
  getPresentation,
  listOwnCredentials,
  revokeOwnCredential,
} from '../contract/index.ts'
import { credentialsPlatform, issuer, mother, nurse, origin, stranger } from '../credentials-platform.fixture.ts'
import { hashText } from '../hash.ts'

const platform = await credentialsPlatform()
const { run, needed, wallet, clock, sign } = platform
await platform.settle()
const credential = await platform.fetchCredential(await platform.issue())
const organisation = 'health'

/** A question as a wallet reads it, and what answering it comes to. */
async function question(change: Parameters<typeof platform.ask>[0] = {}) {
  const asked = await platform.ask(change)
  const { request } = await needed(findRequest, { organisation, state: asked.state }, stranger)
  const read = decodeJwt(request) as unknown as {
    client_id: string
    nonce: string
    client_metadata: Parameters<typeof wallet.encryptFor>[0]['client_metadata']
    dcql_query: { credentials: [{ claims: { path: string[] }[] }] }
  }
  const to = {
    disclose: read.dcql_query.credentials[0].claims.map(({ path }) => path),
    audience: read.client_id,
    nonce: read.nonce,
  }
  const send = async (value: unknown) =>
    run(
      answerPresentation,
      { organisation, state: asked.state, answer: { response: await wallet.encryptFor(read, value) } },
      stranger,
    )
  return {
    ...asked,
    to,
    send,
    show: (text: string) => send({ vp_token: { shown: [text] } }),
    told: (code?: string) =>
      run(getPresentation, { organisation, presentation: asked.presentation, ...(code && { code }) }, nurse),
  }
}

it('takes the claims that were asked for from whoever holds the key, and no others', async () => {
  const { to, show, told } = await question()
  expect(await told()).toMatchObject({ status: 'asked', credential: null })
  const everything = [...to.disclose, ['child', 'family_name']]
  expect(await show(await wallet.present(credential, { ...to, disclose: everything }))).toEqual({
    status: 'shown',
    returnTo: null,
  })
  expect(await told()).toMatchObject({
    status: 'shown',
    fault: null,
    credential: {
      organisation: 'civil-registry',
      claims: [
        { path: ['child', 'given_name'], value: 'Айсұлу' },
        { path: ['act_number'], value: 'A-1' },
      ],
    },
  })
  expect(JSON.stringify(await told())).not.toContain('Алтынова')
  // The person finds the look in their own log.
  expect(platform.audited.filter(line => line.operation === answerPresentation.name).at(-1)).toMatchObject({
    subjects: [mother.id],
    fields: ['child/given_name', 'act_number'],
  })
})

it('takes one answer, within ten minutes', async () => {
  const once = await question()
  const shown = await wallet.present(credential, once.to)
  expect(await once.show(shown)).toMatchObject({ status: 'shown' })
  expect(await once.show(shown)).toMatchObject({ code: 'credentials.presentation-ended' })
  const late = await question()
  clock.advance({ minutes: 11 })
  expect(await late.show(await wallet.present(credential, late.to))).toMatchObject({
    code: 'credentials.presentation-ended',
  })
  expect(await late.told()).toMatchObject({ status: 'expired' })
})

it('takes no for an answer', async () => {
  const { state, told } = await question()
  const answer = { error: 'access_denied' }
  expect(await run(answerPresentation, { organisation, state, answer }, stranger)).toMatchObject({ status: 'refused' })
  expect(await told()).toMatchObject({ status: 'refused', credential: null })
})

it('believes nobody who answers another question, with another key or with something else', async () => {
  const thief = await createWallet({ now: () => clock.now() })
  const other = await question()
  const [jwt = ''] = credential.split('~')
  const payload = decodeJwt(jwt)
  const lie = writeDisclosure({ salt: 'salt', name: 'act_number', value: 'A-99' })
  const name = writeDisclosure({ salt: 'salt', name: 'given_name', value: 'Айсұлу' })
  const expired = await sign({ ...payload, exp: Math.floor(clock.now().getTime() / 1000) - 1 })
  const seconds = Math.floor(clock.now().getTime() / 1000)
  type To = Awaited<ReturnType<typeof question>>['to']
  const cases: [string, string, (to: To) => string | Promise<string>][] = [
    ['no proof of the key', 'holder-unproven', to => wallet.present(credential, { ...to, keyBinding: false })],
    ['the key of a thief', 'holder-unproven', to => thief.present(credential, to)],
    [
      'another verifier',
      'proof-mismatched',
      to => wallet.present(credential, { ...to, audience: 'x509_hash:another' }),
    ],
    ['another question', 'proof-mismatched', to => wallet.present(credential, { ...to, nonce: other.to.nonce })],
    ['an old proof', 'proof-mismatched', to => wallet.present(credential, { ...to, now: seconds - 700 })],
    [
      'less than was proven',
      'proof-mismatched',
      async to => {
        const parts = (await wallet.present(credential, to)).split('~')
        return [parts[0], ...parts.slice(2)].join('~')
      },
    ],
    [
      'less than was asked for',
      'claim-missing',
      to => wallet.present(credential, { ...to, disclose: [['act_number']] }),
    ],
    [
      'a lie',
      'disclosure-broken',
      async to => `${jwt}~${lie}~${(await wallet.present(credential, to)).split('~').at(-1)}`,
    ],
    ['an expired one', 'expired', to => wallet.present(`${expired}~`, to)],
    [
      'an issuer elsewhere',
      'issuer-unknown',
      async to => wallet.present(`${await sign({ ...payload, iss: 'https://elsewhere.example' })}~`, to),
    ],
    ['no signature', 'signature-broken', to => wallet.present(`eyJhbGciOiJub25lIn0.${jwt.split('.')[1]}.AA~`, to)],
    [
      'a claim at another place',
      'claim-missing',
      async to => {
        const moved = { ...payload, given_name: undefined, _sd: [hashText(name)], child: { _sd: [hashText(lie)] } }
        return wallet.present(`${await sign(moved)}~${name}~${lie}~`, { ...to, disclose: [['given_name'], ['child']] })
      },
    ],
    ['nothing', 'malformed', () => 'nothing'],
  ]
  for (const [what, fault, make] of cases) {
    const { to, show, told } = await question()
    expect(await show(await make(to)), what).toMatchObject({ status: 'invalid' })
    expect(await told(), what).toMatchObject({ status: 'invalid', fault, credential: { claims: [] } })
  }
})

it('believes no credential that was revoked', async () => {
  const revoked = await platform.fetchCredential(await platform.issue())
  const { items } = await needed(listOwnCredentials, { person: mother.id, limit: 1 }, mother)
  const own = { organisation: 'civil-registry', credential: items[0]?.credential ?? '', person: mother.id }
  await needed(revokeOwnCredential, own, mother)
  const { to, show, told } = await question()
  expect(await show(await wallet.present(revoked, to))).toMatchObject({ status: 'invalid' })
  expect(await told()).toMatchObject({ fault: 'revoked', credential: { claims: [] } })
})

it('reads no answer that is encrypted for another question, in the clear or of another form', async () => {
  const [one, two] = [await question(), await question()]
  const shown = await wallet.present(credential, one.to)
  const invalid = { code: 'credentials.answer-invalid', pointer: '/answer/response' }
  const { request } = await needed(findRequest, { organisation, state: two.state }, stranger)
  const forTwo = await wallet.encryptFor(decodeJwt(request) as never, { vp_token: { shown: [shown] } })
  const send = (response: string) =>
    run(answerPresentation, { organisation, state: one.state, answer: { response } }, stranger)
  expect(await send(forTwo)).toMatchObject(invalid)
  expect(await send(JSON.stringify({ vp_token: { shown: [shown] } }))).toMatchObject(invalid)
  expect(await one.send({ vp_token: { other: [shown] } })).toMatchObject(invalid)
  expect(await one.send({ vp_token: { shown: [shown, shown] } })).toMatchObject(invalid)
  expect(await one.send({ vp_token: shown })).toMatchObject(invalid)
  // None of them was an answer: the question is still open.
  expect(await one.show(shown)).toMatchObject({ status: 'shown' })
})

it('tells a browser on the same device only, where the answer comes back by it', async () => {
  const { to, show, told } = await question({ returnTo: '/work/shown' })
  const answered = await show(await wallet.present(credential, to))
  const code = /^\/work\/shown\?response_code=([\w-]{43})$/.exec(
    'returnTo' in answered ? (answered.returnTo ?? '') : '',
  )?.[1]
  expect(await told()).toMatchObject({ code: 'credentials.presentation-not-found', pointer: '/code' })
  expect(await told('guessed')).toMatchObject({ code: 'credentials.presentation-not-found' })
  expect(await told(code)).toMatchObject({ status: 'shown' })
  expect(`${origin}/credentials/civil-registry`).toBe(issuer)
})
