import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { commentCase, listComments } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const colleague = cases.official('colleague')
const { organisation } = worker

describe('list-comments', () => {
  it('gives the comments of a case in pages, the newest first, each once', async () => {
    const { place } = await cases.inReview()
    for (const text of ['one', 'two', 'three']) {
      done(await cases.run(commentCase, { ...place, text }, worker))
      await cases.pass('PT1M')
    }
    const page = done(await cases.run(listComments, { ...place, limit: 2 }, worker))
    expect(page.items.map(({ text }) => text)).toEqual(['three', 'two'])
    const rest = done(await cases.run(listComments, { ...place, limit: 2, after: page.next ?? '' }, worker))
    expect(rest.items.map(({ text }) => text)).toEqual(['one'])
    expect(rest.next).toBeNull()
  })

  it('gives an official what mentions them, of all cases', async () => {
    const [first, second] = [await cases.inReview(), await cases.inReview()]
    const mentions = [colleague.id]
    done(await cases.run(commentCase, { ...first.place, text: 'Look here', mentions }, worker))
    await cases.pass('PT1M')
    done(await cases.run(commentCase, { ...second.place, text: 'And here', mentions }, worker))
    done(await cases.run(commentCase, { ...second.place, text: 'Not here' }, worker))
    const { items } = done(await cases.run(listComments, { organisation }, colleague))
    expect(items.map(({ text, case: of }) => [text, of])).toEqual([
      ['And here', second.place.case],
      ['Look here', first.place.case],
    ])
    expect(items[0]?.mentions).toMatchObject([{ official: colleague.id, name: { family: expect.any(String) } }])
    expect(done(await cases.run(listComments, { organisation }, worker)).items).toEqual([])
  })

  it('knows no case of another organisation', async () => {
    const { place } = await cases.inReview()
    const registrar = cases.official('registrar')
    expect(await cases.run(listComments, { ...place, organisation: registrar.organisation }, registrar)).toMatchObject({
      code: 'cases.case-not-found',
    })
  })
})
