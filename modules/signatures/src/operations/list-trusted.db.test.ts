import { official } from '@tereze/foundation-testing'
import { systemActor } from '@tereze/operation'
import { expect, it } from 'vitest'
import { answerTimestamp, foundAuthority, listTrusted } from '../contract/index.ts'
import { signaturesPlatform } from '../signatures-platform.fixture.ts'

const platform = await signaturesPlatform()
const actor = official({ organisation: 'health', roles: ['integrator'] })
const trusted = () => platform.run(listTrusted, { organisation: 'health' }, actor)

it('lists the authorities of jurisdictions with their fingerprints, and the own authority and clock once they are there', async () => {
  expect(await trusted()).toMatchObject({
    own: null,
    authorities: [
      {
        jurisdiction: 'demo',
        level: 'qualified',
        holder: 'Test Authority',
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ],
    clocks: { isOutsideFirst: false, own: null },
  })
  const itself = systemActor('signatures', 'platform')
  await platform.run(foundAuthority, {}, itself)
  // No request at all: the clock has its certificate from the first question on.
  await platform.run(answerTimestamp, { request: 'AQID' }, itself)
  expect(await trusted()).toMatchObject({
    own: { holder: 'Tereze Seals' },
    clocks: { own: { holder: 'Tereze Clock', authority: 'Tereze Seals' } },
  })
})
