import { createHash } from 'node:crypto'
import { rows, sql } from '@tereze/foundation-database'
import { person } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { prepareStatement } from '../contract/index.ts'
import { forgetUnsigned } from '../jobs/forget-unsigned.ts'
import { asem, signaturesPlatform } from '../signatures-platform.fixture.ts'

const platform = await signaturesPlatform()
const title = { en: 'Application', ru: 'Заявление', kk: 'Өтініш' }
const act = { operation: 'signatures.revoke-seal', input: { serial: 'ab', organisation: 'health' } }
const prepare = (more = {}) =>
  platform.run(prepareStatement, { title, needed: 'advanced', act, ...more }, person({ id: asem }))
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

it('keeps the words, or the operation in the one form that JSON has, under the key of the signer', async () => {
  expect(await prepare({ text: 'Сұраймын' })).toMatchObject({ fingerprint: sha256('Сұраймын') })
  const canonical = 'signatures.revoke-seal\n{"organisation":"health","serial":"ab"}\n'
  expect(await prepare()).toMatchObject({ fingerprint: sha256(canonical) })
  const kept = await rows(platform.database, sql<{ prepared: Uint8Array }>`select prepared from signatures.statements`)
  for (const { prepared } of kept) expect(Buffer.from(prepared).toString('utf8')).not.toMatch(/Сұраймын|Өтініш|health/)
})

it('is forgotten when nobody signs it within a day', async () => {
  const count = async () => (await rows(platform.database, sql`select from signatures.statements`)).length
  const forget = () => forgetUnsigned.run(platform.runner.jobContext('signatures.forget-unsigned'))
  await forget()
  expect(await count()).toBe(2)
  platform.clock.advance({ days: 1, seconds: 1 })
  await forget()
  expect(await count()).toBe(0)
})
