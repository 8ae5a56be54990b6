import { expect, it } from 'vitest'
import { giveNonce } from '../contract/index.ts'
import { credentialsPlatform, mother } from '../credentials-platform.fixture.ts'

const platform = await credentialsPlatform()

it('gives another nonce each time, of the organisation that is asked', async () => {
  const ask = async (organisation: string) => (await platform.needed(giveNonce, { organisation }, mother)).nonce
  const nonces = [await ask('civil-registry'), await ask('civil-registry'), await ask('health')]
  expect(new Set(nonces).size).toBe(3)
  for (const nonce of nonces) expect(nonce).toMatch(/^\d{10}\.[\w-]{22}\.[\w-]{43}$/)
})
