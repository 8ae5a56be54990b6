import { listKeys } from '@tereze/documents/contract'
import { verifySignature } from '@tereze/foundation-keys'
import { decodeJwt } from 'jose'
import { expect, it } from 'vitest'
import { signStatusList } from '../contract/index.ts'
import { credentialsPlatform, issuer, stranger } from '../credentials-platform.fixture.ts'

const platform = await credentialsPlatform()
const { run, needed, clock } = platform
const organisation = 'civil-registry'

it('signs a list, keeps it until something changes or half of its life is over, and knows no other', async () => {
  expect(await run(signStatusList, { organisation, list: 1 }, stranger)).toMatchObject({
    code: 'credentials.issuer-unknown',
  })
  const document = await platform.issue()
  await platform.fetchCredential(document)
  const { token } = await needed(signStatusList, { organisation, list: 1 }, stranger)
  const { keys } = await needed(listKeys, { organisation }, stranger)
  expect(await verifySignature(token, keys[0] ?? {}, 'statuslist+jwt')).not.toBeNull()
  const payload = decodeJwt(token)
  expect(payload).toMatchObject({ iss: issuer, sub: `${issuer}/status/1`, ttl: 300, status_list: { bits: 1 } })
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(86_400)
  const again = async () => (await needed(signStatusList, { organisation, list: 1 }, stranger)).token
  clock.advance({ hours: 11 })
  expect(await again()).toBe(token)
  clock.advance({ hours: 2 })
  const later = await again()
  expect(later).not.toBe(token)
  await platform.issue({ replaces: document, given: 'Аяулым' })
  await platform.settle()
  expect(await again()).not.toBe(later)
})
