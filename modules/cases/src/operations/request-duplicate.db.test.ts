import { listOwnDocuments } from '@tereze/documents/contract'
import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { requestDuplicate } from '../contract/index.ts'

const cases = await casesPlatform()

describe('request-duplicate', () => {
  it('issues the document anew by an act; the earlier one is replaced', async () => {
    const { mother, place } = await cases.decided('granted')
    expect((await cases.seen(place, mother.actor)).may.duplicate).toBe(true)
    const reply = done(await cases.run(requestDuplicate, place, mother.actor))
    await cases.settle()
    const listed = done(await cases.run(listOwnDocuments, { person: mother.actor.id, case: place.case }, mother.actor))
    expect(listed.items.map(({ status }) => status).sort()).toEqual(['replaced', 'valid'])
    expect(new Set(listed.items.map(({ reference }) => reference)).size).toBe(2)
    expect((await cases.seen(place, mother.actor)).acts.at(-1)).toMatchObject({ kind: 'duplicate', number: reply.act })
    done(await cases.run(requestDuplicate, { ...place, document: 'grant-notice' }, mother.actor))
  })

  it('issues nothing that the case has not, or not yet', async () => {
    const { mother, place } = await cases.decided('granted')
    const none = { ...place, document: 'refusal-notice' }
    expect(await cases.run(requestDuplicate, none, mother.actor)).toMatchObject({ code: 'cases.no-document' })
    const running = await cases.inReview()
    expect(await cases.run(requestDuplicate, running.place, running.mother.actor)).toMatchObject({
      code: 'cases.no-document',
    })
  })

  it('is only for the person whose case it is', async () => {
    const { place } = await cases.decided('granted')
    const stranger = await cases.mother()
    expect(await cases.run(requestDuplicate, place, stranger.actor)).toMatchObject({ code: 'cases.case-not-found' })
    expect(await cases.run(requestDuplicate, place, cases.official('worker'))).toMatchObject({
      code: 'operations.permission-missing',
    })
  })
})
