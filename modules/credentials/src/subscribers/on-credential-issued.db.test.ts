import { listOwnMessages } from '@tereze/notifications/contract'
import { expect, it } from 'vitest'
import { createWallet } from '../../../../examples/wallet/wallet.mjs'
import { giveNonce, issueCredential } from '../contract/index.ts'
import { credentialsPlatform, issuer, mother } from '../credentials-platform.fixture.ts'

const platform = await credentialsPlatform()

it('tells the person once for each request of a wallet, however many copies it took', async () => {
  const document = await platform.issue()
  const { nonce } = await platform.needed(giveNonce, { organisation: 'civil-registry' }, mother)
  const other = await createWallet({ now: () => platform.clock.now() })
  const proofs = [await platform.wallet.prove({ issuer, nonce }), await other.prove({ issuer, nonce })]
  await platform.needed(issueCredential, await platform.request({ document, proofs }), mother)
  await platform.settle()
  const { items } = await platform.needed(listOwnMessages, { person: mother.id }, mother)
  expect(items.map(({ title }) => title)).toEqual(['Нәтижеңіз әмиянға алынды'])
  expect(items[0]?.text).toContain('Civil Registry')
  await platform.fetchCredential(document)
  await platform.settle()
  expect((await platform.needed(listOwnMessages, { person: mother.id }, mother)).items.length).toBe(2)
})
