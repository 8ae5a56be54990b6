import { bind } from '@tereze/foundation-operations'
import { person, testPlatform } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { getConcept, packages } from '../contract/index.ts'
import { openedContent } from '../demo-content.fixture.ts'
import { catalogue } from '../index.ts'

const platform = await testPlatform({ modules: [catalogue], bindings: [bind(packages, openedContent())] })
async function card(concept: string) {
  const found = await platform.run(getConcept, { concept }, person())
  if (isRefused(found)) throw new Error(found.code)
  return found
}

describe('get-concept', () => {
  it('says what a concept means, who owns it, where it is kept and who gets it on which ground', async () => {
    const born = await card('date-of-birth')
    expect(born).toMatchObject({ name: { en: 'Date of birth', kk: 'Туған күні' }, type: 'date' })
    expect(born.owner.en).toBe('Civil Registry')
    expect(born.sources.map(({ register, fields }) => [register, fields])).toEqual([
      ['births', ['/child/born']],
      ['people', ['/born']],
    ])
    expect(born.consumers).toContainEqual(
      expect.objectContaining({
        contract: 'civil-registry.family-of-person',
        purpose: 'benefit-eligibility',
        ground: 'act:family-benefits/8',
      }),
    )
    expect(born.operations).toContain('cases.replay-decision')
  })

  it('shows the way from the register to the result, box by box', async () => {
    const { boxes, edges } = (await card('date-of-birth')).lineage
    const ids = boxes.map(({ id }) => id)
    expect(ids).toEqual(
      expect.arrayContaining(['register-field:people', 'source:monthly-child-benefit', 'result:monthly-child-benefit']),
    )
    expect(boxes.filter(({ own }) => own).map(({ id }) => id)).toContain('register-field:people')
    expect(edges.every(({ from, to }) => ids.includes(from) && ids.includes(to))).toBe(true)
    expect(edges).toContainEqual({ from: 'decision:monthly-child-benefit', to: 'result:monthly-child-benefit' })
  })

  it('names what is broader, narrower and part of it', async () => {
    expect((await card('mother')).broader?.id).toBe('person')
    expect((await card('person')).narrower.map(({ id }) => id)).toContain('mother')
    expect((await card('money')).parts.map(({ id }) => id)).toEqual(['amount', 'currency'])
  })

  it('knows no other', async () =>
    expect(await platform.run(getConcept, { concept: 'star-sign' }, person())).toMatchObject({
      code: 'catalogue.concept-not-found',
    }))
})
