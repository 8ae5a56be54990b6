import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { rotateKey } from '../contract/index.ts'
import { exchangePlatform, notification } from '../exchange-platform.fixture.ts'
import { replyType } from '../rules/read-message.ts'

const platform = await exchangePlatform()
const organisation = 'civil-registry'
const serve = async (number: string) => {
  const served = await platform.serve(
    await platform.member.sign({ body: notification(number, platform.mother.identifier) }),
  )
  return 'reply' in served ? served.reply : served.code
}

it('signs with the new key from then on; what the old one signed still holds', async () => {
  const before = await serve('K-1')
  const rotated = await platform.run(rotateKey, { organisation }, official({ organisation }))
  if (isRefused(rotated)) throw new Error(rotated.code)
  const after = await serve('K-2')
  const kidOf = (jws: string) => JSON.parse(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString()).kid
  expect(kidOf(after)).toBe(rotated.kid)
  expect(kidOf(before)).not.toBe(rotated.kid)
  for (const reply of [before, after])
    expect(await platform.keys.verify(platform.database, organisation, reply, replyType)).not.toBeNull()
})
