import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { rateCase, withdrawCase } from '../contract/index.ts'

const cases = await casesPlatform()
const unfit = { code: 'cases.status-unfit' }

describe('rate-case', () => {
  it.each(['granted', 'refused'] as const)('rates a case that was %s, once', async outcome => {
    const { mother, place } = await cases.decided(outcome)
    expect((await cases.seen(place, mother.actor)).may.rate).toBe(true)
    const input = { ...place, rating: 4, comment: 'Quick' }
    expect(await cases.run(rateCase, input, mother.actor)).toEqual({ case: place.case })
    const seen = await cases.seen(place, mother.actor)
    expect([seen.rating, seen.may.rate]).toEqual([4, false])
    expect(await cases.run(rateCase, { ...place, rating: 1 }, mother.actor)).toMatchObject(unfit)
    expect((await cases.seen(place, mother.actor)).rating).toBe(4)
  })

  it('takes one of two ratings that come at once', async () => {
    const { mother, place } = await cases.decided('granted')
    const replies = await Promise.all([1, 5].map(rating => cases.run(rateCase, { ...place, rating }, mother.actor)))
    expect(replies.filter(reply => 'case' in reply)).toHaveLength(1)
    expect(replies).toContainEqual(expect.objectContaining(unfit))
    const rated = replies[0] !== undefined && 'case' in replies[0] ? 1 : 5
    expect((await cases.seen(place, mother.actor)).rating).toBe(rated)
  })

  it('rates nothing that is not finished, and nothing that was taken back', async () => {
    const { mother, place } = await cases.inReview()
    expect(await cases.run(rateCase, { ...place, rating: 5 }, mother.actor)).toMatchObject({
      ...unfit,
      params: { status: 'in-progress' },
    })
    done(await cases.run(withdrawCase, { ...place, reason: '' }, mother.actor))
    expect(await cases.run(rateCase, { ...place, rating: 5 }, mother.actor)).toMatchObject({
      ...unfit,
      params: { status: 'closed' },
    })
  })

  it.each([0, 6, 2.5])('knows no rating of %s', async rating => {
    const { mother, place } = await cases.decided('granted')
    expect(await cases.run(rateCase, { ...place, rating }, mother.actor)).toMatchObject({
      code: 'operations.input-invalid',
    })
  })

  it('is only for the person whose case it is', async () => {
    const { mother, place } = await cases.decided('granted')
    const stranger = await cases.mother()
    const unknown = { code: 'cases.case-not-found', pointer: '/case' }
    expect(await cases.run(rateCase, { ...place, rating: 1 }, stranger.actor)).toMatchObject(unknown)
    const elsewhere = { ...place, organisation: 'civil-registry', rating: 1 }
    expect(await cases.run(rateCase, elsewhere, mother.actor)).toMatchObject(unknown)
    expect(await cases.run(rateCase, { ...place, rating: 1 }, cases.official('worker'))).toMatchObject({
      code: 'operations.permission-missing',
    })
    expect((await cases.seen(place, mother.actor)).rating).toBeNull()
  })
})
