import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { findOffer, makeOffer, takeOffer } from '../contract/index.ts'
import { credentialsPlatform, mother, registry, stranger } from '../credentials-platform.fixture.ts'

const platform = await credentialsPlatform()
const { run, needed, clock } = platform
const document = await platform.issue()
const organisation = 'civil-registry'
const offer = async () => {
  const made = await needed(makeOffer, { organisation, document, person: mother.id }, mother)
  const at = new URL(new URL(made.link).searchParams.get('credential_offer_uri') ?? '')
  return { ...made, code: at.pathname.split('/').at(-1) ?? '' }
}
const wrongNumber = (number: string) => String((Number(number) + 1) % 1_000_000).padStart(6, '0')

it('offers a result of one’s own that holds, by a link and a number', async () => {
  const made = await offer()
  expect(made).toMatchObject({ number: expect.stringMatching(/^\d{6}$/), title: { en: 'Certificate' } })
  expect(await run(findOffer, { code: made.code }, stranger)).toEqual({ organisation, type: 'birth-certificate' })
  const taken = await needed(takeOffer, { organisation, code: made.code, number: made.number }, registry)
  expect(taken).toEqual({
    taken: true,
    person: mother.id,
    document,
    type: 'birth-certificate',
    assurance: mother.assurance,
  })
  expect(await needed(takeOffer, { organisation, code: made.code, number: made.number }, registry)).toEqual({
    taken: false,
  })
  expect(await run(findOffer, { code: made.code }, stranger)).toMatchObject({ code: 'credentials.offer-ended' })
})

it('offers nothing of somebody else, of another organisation or of a kind that stays on paper', async () => {
  const code = async (change: object, actor = mother) => {
    const value = await run(makeOffer, { organisation, document, person: actor.id, ...change }, actor)
    return isRefused(value) && value.code
  }
  expect(await code({}, stranger)).toBe('credentials.document-unfit')
  expect(await code({ organisation: 'health' })).toBe('credentials.document-unfit')
  expect(await code({ document: await platform.issue({ template: 'plain' }) })).toBe('credentials.document-unfit')
})

it('ends after five wrong numbers, and after ten minutes', async () => {
  const guessed = await offer()
  for (let tries = 0; tries < 5; tries++)
    expect(
      await needed(takeOffer, { organisation, code: guessed.code, number: wrongNumber(guessed.number) }, registry),
    ).toEqual({ taken: false })
  expect(await needed(takeOffer, { organisation, code: guessed.code, number: guessed.number }, registry)).toEqual({
    taken: false,
  })
  const elsewhere = await offer()
  expect(
    await needed(takeOffer, { organisation: 'health', code: elsewhere.code, number: elsewhere.number }, registry),
  ).toEqual({ taken: false })
  clock.advance({ minutes: 11 })
  expect(await run(findOffer, { code: elsewhere.code }, stranger)).toMatchObject({ code: 'credentials.offer-ended' })
})
