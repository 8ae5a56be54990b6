import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { signatures as library } from '@tereze/foundation-signatures'
import { anonymous, isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { answerTimestamp, foundAuthority } from '../contract/index.ts'
import { stampTimeHandler } from '../protocols/stamp-time.ts'
import { platformOf, sealsPlatform } from '../seals.fixture.ts'

const platform = await sealsPlatform()
const actor = anonymous()
const bytes = Buffer.from('bytes that exist')
const hasOpenssl = spawnSync('openssl', ['version']).status === 0

async function post(body: Uint8Array): Promise<Uint8Array | null> {
  const reply = await stampTimeHandler.respond(
    {
      method: 'POST',
      url: new URL('https://services.example/signatures/timestamp'),
      params: {},
      headers: { 'content-type': 'application/timestamp-query' },
      cookies: {},
      body,
    },
    {
      ...platform.runner.surroundings(actor, 'correlation', null),
      origin: 'https://services.example',
      call: (definition, input, options) => platform.runner.call(definition, input, options?.actor ?? actor),
    },
  )
  return isRefused(reply) ? null : new Uint8Array(reply.body as Uint8Array)
}

it('stamps what is asked with the moment, and refuses what is no request', async () => {
  const asked = await platform.run(answerTimestamp, { request: 'AA==' }, platformOf('platform'))
  expect(asked).toMatchObject({ code: 'signatures.authority-missing' })
  const authority = await platform.run(foundAuthority, {}, platformOf('platform'))
  if (isRefused(authority)) throw new Error(authority.code)
  const { timestampClient } = await library()
  await expect(timestampClient(async () => post(new Uint8Array())).stamp(bytes)).rejects.toThrow('refused')
  const token = await timestampClient(post).stamp(bytes)
  const again = await timestampClient(post).stamp(bytes)
  expect(Buffer.compare(token, again)).not.toBe(0)
})

it.runIf(hasOpenssl)('is verified by OpenSSL', async () => {
  const authority = await platform.run(foundAuthority, {}, platformOf('platform'))
  if (isRefused(authority)) throw new Error(authority.code)
  const { timestampClient } = await library()
  const token = await timestampClient(post).stamp(bytes)
  const folder = mkdtempSync(join(tmpdir(), 'tereze-stamp-'))
  const file = (name: string, content: Uint8Array | string) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  try {
    const pem = `-----BEGIN CERTIFICATE-----\n${(authority.certificate.match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`
    const args = ['ts', '-verify', '-token_in', '-in', file('token', token), '-data', file('data', bytes)]
    const at = String(platform.clock.now().getTime() / 1000)
    const said = execFileSync('openssl', [...args, '-CAfile', file('root.pem', pem), '-attime', at], {
      encoding: 'utf8',
    })
    expect(said).toContain('Verification: OK')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
