import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { added, authoritiesPlatform, confirmer, propose, proposer } from '../authorities.fixture.ts'
import { confirmAuthority, withdrawAuthority } from '../contract/index.ts'

const platform = await authoritiesPlatform()

it('takes the fingerprint from somebody else than who proposed, once, while the certificate can still be trusted', async () => {
  const { certificate, fingerprint } = await platform.foreign()
  const proposed = await propose(platform, certificate)
  if (isRefused(proposed)) throw new Error(proposed.code)
  const { authority } = proposed
  const confirm = (who = confirmer, written = fingerprint, which = authority) =>
    platform.run(confirmAuthority, { authority: which, fingerprint: written }, who)
  expect(await confirm(proposer)).toMatchObject({ code: 'signatures.proposal-own' })
  expect(await confirm(confirmer, 'ab'.repeat(32))).toMatchObject({
    code: 'signatures.fingerprint-other',
    pointer: '/fingerprint',
  })
  const unknown = 'authority_01960000-0000-7000-8000-000000000009'
  expect(await confirm(confirmer, fingerprint, unknown)).toMatchObject({ code: 'signatures.proposal-not-found' })

  const confirmedAt = platform.clock.now().toISOString()
  expect(await confirm(confirmer, fingerprint.toUpperCase().match(/../g)?.join(':'))).toEqual({ confirmedAt })
  expect(await confirm()).toMatchObject({ code: 'signatures.proposal-not-found', pointer: '/authority' })
  expect(await added(platform)).toMatchObject([
    { state: 'trusted', proposedBy: 'Әсем Үлгібаева', confirmedBy: 'Әсем Үлгібаева', confirmedAt },
  ])
  expect(
    platform.audited.filter(({ operation }) => operation === confirmAuthority.name).map(line => line.outcome),
  ).toEqual(expect.arrayContaining(['done', 'signatures.proposal-own']))

  // Withdrawn, it may be proposed again; what has expired meanwhile is not confirmed.
  await platform.run(withdrawAuthority, { authority, reason: 'Its key was copied' }, confirmer)
  const again = await propose(platform, certificate)
  if (isRefused(again)) throw new Error(again.code)
  platform.clock.advance({ days: 301 })
  expect(await confirm(confirmer, fingerprint, again.authority)).toMatchObject({
    code: 'signatures.authority-unfit',
    params: { why: 'expired' },
  })
})
