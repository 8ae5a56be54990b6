import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { appealDecision } from '../contract/index.ts'

const cases = await casesPlatform()
const reason = 'My employer reported ten times as much'
const already = { code: 'cases.appealed-already' }
const unfit = { code: 'cases.status-unfit' }

describe('appeal-decision', () => {
  it('opens the appeal with its own number, act and officer', async () => {
    const { mother, place } = await cases.decided('refused')
    const { card, may } = await cases.seen(place, mother.actor)
    expect(may.appeal).toBe(true)
    const { number } = done(await cases.run(appealDecision, { ...place, reason, asks: 'Please pay' }, mother.actor))
    await cases.settle()
    expect(number).toMatch(new RegExp(`^${card.number}/[0-9]+$`))
    const seen = await cases.seen(place, mother.actor)
    expect(seen.card).toMatchObject({ status: 'delivered', outcome: 'refused', appeal: 'open' })
    expect(seen.acts.at(-1)).toMatchObject({ kind: 'appeal', number })
    expect(seen.may.appeal).toBe(false)
    expect((await cases.office(place)).tasks).toMatchObject([{ role: 'appeal-officer', holder: null }])
  })

  it('takes one appeal, also when two come at once', async () => {
    const { mother, place } = await cases.decided('refused')
    const replies = await Promise.all([1, 2].map(() => cases.run(appealDecision, { ...place, reason }, mother.actor)))
    expect(replies.filter(reply => 'case' in reply)).toHaveLength(1)
    expect(replies).toContainEqual(expect.objectContaining(already))
    await cases.settle()
    const { acts } = await cases.seen(place, mother.actor)
    expect(acts.filter(({ kind }) => kind === 'appeal')).toHaveLength(1)
  })

  it('takes none after the first was dismissed', async () => {
    const { mother, place, task } = await cases.appealed()
    const dismissed = { appealReview: { outcome: 'dismissed', reason: 'The sum is right' } }
    await cases.complete(task, cases.official('appeal-officer'), dismissed)
    expect((await cases.seen(place, mother.actor)).card.appeal).toBe('dismissed')
    expect(await cases.run(appealDecision, { ...place, reason }, mother.actor)).toMatchObject(already)
  })

  it('takes none against what was granted, nor before there is a decision', async () => {
    const granted = await cases.decided('granted')
    expect(await cases.run(appealDecision, { ...granted.place, reason }, granted.mother.actor)).toMatchObject({
      ...unfit,
      params: { status: 'delivered' },
    })
    const { mother, place } = await cases.inReview()
    expect(await cases.run(appealDecision, { ...place, reason }, mother.actor)).toMatchObject({
      ...unfit,
      params: { status: 'in-progress' },
    })
  })

  it('needs a reason', async () => {
    const { mother, place } = await cases.decided('refused')
    expect(await cases.run(appealDecision, { ...place, reason: 'No' }, mother.actor)).toMatchObject({
      code: 'operations.input-invalid',
    })
  })

  it('is only for the person whose case it is', async () => {
    const { mother, place } = await cases.decided('refused')
    const stranger = await cases.mother()
    const unknown = { code: 'cases.case-not-found', pointer: '/case' }
    expect(await cases.run(appealDecision, { ...place, reason }, stranger.actor)).toMatchObject(unknown)
    const elsewhere = { ...place, organisation: 'civil-registry', reason }
    expect(await cases.run(appealDecision, elsewhere, mother.actor)).toMatchObject(unknown)
    expect(await cases.run(appealDecision, { ...place, reason }, cases.official('worker'))).toMatchObject({
      code: 'operations.permission-missing',
    })
    expect((await cases.seen(place, mother.actor)).card.appeal).toBe('none')
  })

  it('is possible on the last day of the term, and late the day after', async () => {
    const { mother, place } = await cases.decided('refused')
    const other = await cases.decided('refused')
    const { appealUntil } = await cases.seen(place, mother.actor)
    const days = (Date.parse(appealUntil ?? '') - Date.parse(cases.now().slice(0, 10))) / 86_400_000
    await cases.pass(`P${days}D`)
    expect(cases.now().slice(0, 10)).toBe(appealUntil)
    expect(await cases.run(appealDecision, { ...other.place, reason }, other.mother.actor)).toMatchObject({
      case: other.place.case,
    })
    await cases.pass('P1D')
    expect(await cases.run(appealDecision, { ...place, reason }, mother.actor)).toMatchObject({
      code: 'cases.appeal-late',
      params: { until: appealUntil },
    })
    expect((await cases.seen(place, mother.actor)).may.appeal).toBe(false)
  })
})
