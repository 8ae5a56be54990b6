import { expect, it } from 'vitest'
import { added, authoritiesPlatform, confirmer, propose, proposer } from '../authorities.fixture.ts'

const platform = await authoritiesPlatform()

it('keeps a proposal once, of an authority that could be trusted; nobody is believed by it yet', async () => {
  const { certificate, fingerprint, person } = await platform.foreign()
  const [der = new Uint8Array(), above = new Uint8Array()] = (await platform.certify()).key.certificates
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  for (const [given, why] of [
    [base64(der), 'not_an_authority'],
    [base64(above), 'known'],
    [base64(person.key.certificates[0] ?? new Uint8Array()), 'not_an_authority'],
  ] as const)
    expect(await propose(platform, given), why).toMatchObject({
      code: 'signatures.authority-unfit',
      pointer: '/certificate',
      params: { why },
    })
  expect(await propose(platform, 'AQID')).toMatchObject({ code: 'signatures.certificates-unreadable' })
  expect(await propose(platform, certificate, 'nowhere')).toMatchObject({
    code: 'signatures.jurisdiction-unknown',
    pointer: '/jurisdiction',
  })
  expect(await propose(platform, certificate)).toMatchObject({ authority: expect.stringMatching(/^authority_/) })
  expect(await propose(platform, certificate)).toMatchObject({ params: { why: 'known' } })
  const shown = {
    state: 'proposed',
    fingerprint,
    level: 'qualified',
    proposedBy: 'Әсем Үлгібаева',
    confirmedBy: null,
  }
  expect(await added(platform, proposer)).toMatchObject([{ ...shown, isOwn: true }])
  expect(await added(platform, confirmer)).toMatchObject([{ ...shown, isOwn: false }])

  platform.clock.advance({ days: 400 })
  const late = await platform.foreign()
  expect(await propose(platform, late.certificate)).toMatchObject({ params: { why: 'expired' } })
})
