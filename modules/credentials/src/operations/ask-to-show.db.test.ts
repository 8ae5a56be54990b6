import { X509Certificate } from 'node:crypto'
import { decodeJwt, decodeProtectedHeader, importX509, jwtVerify } from 'jose'
import { expect, it } from 'vitest'
import { askToShow, findRequest } from '../contract/index.ts'
import { credentialsPlatform, issuer, kind, nurse, origin, stranger } from '../credentials-platform.fixture.ts'

const platform = await credentialsPlatform()
const { run, needed } = platform

it('waits for the certificate of the seal', async () => {
  expect(await run(askToShow, { organisation: 'health', kind }, nurse)).toMatchObject({
    code: 'credentials.seal-unready',
  })
  await platform.settle()
  await platform.ask()
})

it('asks for the declared claims and no others, signed with the organisation’s certificate', async () => {
  const asked = await platform.ask()
  const { request } = await needed(findRequest, { organisation: 'health', state: asked.state }, stranger)
  const { x5c = [], typ } = decodeProtectedHeader(request)
  const certificate = new X509Certificate(Buffer.from(x5c[0] ?? '', 'base64'))
  expect([typ, x5c.length, certificate.subject]).toEqual(['oauth-authz-req+jwt', 1, 'O=Health + CN=Health'])
  const { payload } = await jwtVerify(request, await importX509(certificate.toString(), 'ES256'), {
    currentDate: platform.clock.now(),
  })
  expect(payload).toMatchObject({
    response_type: 'vp_token',
    response_mode: 'direct_post.jwt',
    aud: 'https://self-issued.me/v2',
    response_uri: `${origin}/credentials/health/answers/${asked.state}`,
    dcql_query: {
      credentials: [
        {
          id: 'shown',
          format: 'dc+sd-jwt',
          meta: { vct_values: [`${issuer}/types/birth-certificate`] },
          claims: [{ path: ['child', 'given_name'] }, { path: ['act_number'] }],
        },
      ],
    },
  })
  expect(new URL(asked.link).searchParams.get('client_id')).toBe(payload.client_id)
  expect(String(payload.client_id)).toMatch(/^x509_hash:[\w-]{43}$/)
})

it('never asks the same question twice, nor what no package of the organisation declares', async () => {
  const [one, two] = [await platform.ask(), await platform.ask()]
  const nonceOf = async (state: string) =>
    decodeJwt((await needed(findRequest, { organisation: 'health', state }, stranger)).request).nonce
  expect(one.state).not.toBe(two.state)
  expect(await nonceOf(one.state)).not.toBe(await nonceOf(two.state))
  for (const wanted of ['attachment/everything', 'birth/child'])
    expect(await run(askToShow, { organisation: 'health', kind: wanted }, nurse)).toMatchObject({
      code: 'credentials.kind-unknown',
    })
})
