import { rows, sql } from '@tereze/foundation-database'
import { describe, expect, it } from 'vitest'
import { benefits, casesPlatform, done, type Mother, type Place } from '../cases-platform.fixture.ts'
import { appealDecision, requestCorrection, requestDuplicate } from '../contract/index.ts'

const cases = await casesPlatform()
const { database } = cases.platform
const card = async (place: Place, { actor }: Mother) => (await cases.seen(place, actor)).card
/** Lets the term of appeal pass, and what runs by itself afterwards. */
const termsPass = () => cases.pass('P92D')
const closing = ({ case: id }: Place) =>
  rows(
    database,
    sql<{ id: string }>`select id from cases.work where tenant = ${benefits} and case_id = ${id} and kind = 'closing'`,
  )

describe('close-delivered', () => {
  it('closes a delivered case for good when the term of appeal is over, and tells so', async () => {
    const { mother, place } = await cases.decided('refused')
    await cases.pass('P60D')
    expect((await card(place, mother)).status).toBe('delivered')
    await cases.pass('P32D')
    const seen = await cases.seen(place, mother.actor)
    expect(seen.card).toMatchObject({ status: 'closed', outcome: 'refused', waiting: null })
    expect(seen.card.statusText.en).toBe('Closed: refused')
    expect(seen.timeline.some(({ text }) => text.en === 'The case is closed: nothing can follow it any more')).toBe(
      true,
    )
    expect(await closing(place)).toEqual([])
  })

  it('refuses appeal and correction afterwards with a way out, and still gives duplicates', async () => {
    const { mother, place } = await cases.decided('granted')
    await termsPass()
    expect((await card(place, mother)).status).toBe('closed')
    expect(await cases.run(requestCorrection, { ...place, text: 'The name is wrong' }, mother.actor)).toMatchObject({
      code: 'cases.case-closed',
    })
    expect(await cases.run(appealDecision, { ...place, reason: 'Too little' }, mother.actor)).toMatchObject({
      code: 'cases.appeal-late',
    })
    expect(await cases.run(requestDuplicate, place, mother.actor)).toMatchObject({ case: place.case })
  })

  it('waits as long as an appeal is open, and closes when that is decided', async () => {
    const { mother, place, task } = await cases.appealed()
    await termsPass()
    expect(await card(place, mother)).toMatchObject({ status: 'delivered', appeal: 'open' })
    const answers = { appealReview: { outcome: 'dismissed', reason: 'The income was counted rightly' } }
    await cases.complete(task, cases.official('appeal-officer'), answers)
    await cases.pass('P2D')
    expect(await card(place, mother)).toMatchObject({ status: 'closed', appeal: 'dismissed' })
  })

  it('waits as long as the report of an error is open', async () => {
    const { mother, place } = await cases.decided('granted')
    done(await cases.run(requestCorrection, { ...place, text: 'The account is wrong' }, mother.actor))
    await cases.settle()
    await termsPass()
    expect((await card(place, mother)).status).toBe('delivered')
    expect(await closing(place)).toHaveLength(1)
  })
})
