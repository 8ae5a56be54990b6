import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { commentCase, listComments } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const colleague = cases.official('colleague')

describe('comment-case', () => {
  it('keeps a comment that officials see and the applicant does not', async () => {
    const { place, mother } = await cases.inReview()
    const text = 'Called the employer: wait for a letter'
    const { comment } = done(await cases.run(commentCase, { ...place, text: ` ${text} ` }, worker))
    const { items } = done(await cases.run(listComments, place, colleague))
    expect(items).toMatchObject([{ comment, kind: 'comment', text, by: { official: worker.id }, mentions: [] }])
    expect(JSON.stringify(await cases.seen(place, mother.actor))).not.toContain('Called the employer')
    expect(await cases.run(listComments, place, mother.actor)).toMatchObject({ code: 'operations.permission-missing' })
    expect(await cases.run(commentCase, { ...place, text }, mother.actor)).toMatchObject({
      code: 'operations.permission-missing',
    })
  })

  it('refuses to mention who does not work here, and an empty text', async () => {
    const { place } = await cases.inReview()
    const mentions = [colleague.id, cases.official('registrar').id]
    expect(await cases.run(commentCase, { ...place, text: 'Look', mentions }, worker)).toMatchObject({
      code: 'cases.official-unknown',
      pointer: '/mentions/1',
    })
    expect(await cases.run(commentCase, { ...place, text: '  ' }, worker)).toMatchObject({
      code: 'operations.input-invalid',
    })
    expect(done(await cases.run(listComments, place, worker)).items).toEqual([])
  })

  it('knows no case of another organisation', async () => {
    const { place } = await cases.inReview()
    const registrar = cases.official('registrar')
    const elsewhere = { ...place, organisation: registrar.organisation, text: 'Look' }
    expect(await cases.run(commentCase, elsewhere, registrar)).toMatchObject({ code: 'cases.case-not-found' })
  })
})
