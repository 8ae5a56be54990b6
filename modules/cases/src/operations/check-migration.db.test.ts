import { describe, expect, it } from 'vitest'
import { benefit, benefits, casesPlatform, done } from '../cases-platform.fixture.ts'
import { checkMigration, listInterventions } from '../contract/index.ts'
import { addVersion, renamed } from '../operating.fixture.ts'

const cases = await casesPlatform()
const operator = cases.official('operator')
const first = await cases.inReview()
const second = await cases.inReview()
const check = (to: string, mapping?: Record<string, string>, from = '1.0.0') =>
  cases.run(
    checkMigration,
    { organisation: benefits, service: benefit, from, to, ...(mapping === undefined ? {} : { mapping }) },
    operator,
  )

describe('check-migration', () => {
  it('finds all cases fit where nothing was moved', async () => {
    addVersion(cases, 'service', benefit, '1.1.0')
    const report = done(await check('1.1.0'))
    expect(report).toMatchObject({ cases: 2, ready: 2, complete: true, obstacles: [] })
    expect(report.places).toMatchObject([{ place: { node: 'review' }, type: 'user-task', cases: 2, to: 'review' }])
  })

  it('tells what stands in the way by element, with how many cases and an example, and what might be meant', async () => {
    addVersion(cases, 'process', 'standard-service', '1.2.0', renamed)
    const report = done(await check('1.1.0'))
    expect(report).toMatchObject({
      cases: 2,
      ready: 0,
      obstacles: [
        {
          code: 'node-missing',
          place: { node: 'review' },
          cases: 2,
          text: { en: 'The new version has no such place: say where it goes' },
        },
      ],
    })
    expect([first.place.case, second.place.case]).toContain(report.obstacles[0]?.example.case)
    expect(report.places[0]).toMatchObject({ place: { node: 'review' }, to: 'look' })
    expect(report.targets.map(({ place }) => place.node)).toContain('look')
  })

  it('is content with a mapping, and changes nothing', async () => {
    expect(done(await check('1.1.0', { review: 'look' }))).toMatchObject({ ready: 2, obstacles: [] })
    expect(done(await check('1.1.0', { review: 'supply' }))).toMatchObject({ ready: 2 })
    expect(done(await check('1.1.0', { review: 'decide' })).obstacles).toMatchObject([{ code: 'node-of-another-type' }])
    expect(done(await cases.run(listInterventions, first.place, operator)).items).toEqual([])
  })

  it('knows no version that is not published', async () => {
    expect(await check('9.9.9')).toMatchObject({ code: 'cases.version-not-found', pointer: '/to' })
    expect(await check('1.1.0', {}, '0.1.0')).toMatchObject({ code: 'cases.version-not-found', pointer: '/from' })
  })
})
